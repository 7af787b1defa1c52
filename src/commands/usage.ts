export const usage = `Gawai, a gadget newsroom in one program

  gawai serve [--empty]            serves the site; an empty data folder gets the demo unless --empty
  gawai publish FILE.md            publishes an article: front matter, Markdown, pictures beside it
  gawai import wordpress FILE      reads a WordPress export (WXR) into the site
  gawai devices import FILE --format FORMAT [--mapping FILE] [--dry-run]
                                   reads devices into the catalogue: lineage (a file or a folder), certified, table, json
  gawai newsroom FILE.yaml         names the site, its sections, topics, people, brands and front page
  gawai user add NAME MAIL ROLE    prints a link that lets somebody into the newsroom (several roles: editor,moderator)
  gawai user list                  prints who has an account, with which roles
  gawai user link MAIL             prints a link that sets another password, for who is locked out
  gawai user clear MAIL            takes lost second factors and passkeys away
  gawai user suspend MAIL          keeps somebody out from now on
  gawai check                      looks whether everything in the data folder is sound

  --data DIR    the data folder (else GAWAI_DATA, else ./data)
  --json        one JSON object instead of words

Environment: PORT (3000), HOST (127.0.0.1), GAWAI_DATA, GAWAI_DATABASE (postgres://...),
GAWAI_ORIGIN (the address readers use), GAWAI_PROXY (whose X-Forwarded-Host counts), GAWAI_SMTP (smtp://user:password@host:587,
or smtps://; without it mail is laid into the data folder), GAWAI_MAIL_FROM ("Name <address>"), GAWAI_OIDC_ISSUER, GAWAI_OIDC_CLIENT, GAWAI_OIDC_SECRET
(another house's sign-in), GAWAI_PAGE_STORE=off (for measuring)
`
