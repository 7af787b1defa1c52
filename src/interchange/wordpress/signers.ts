import { initialsOf } from '#people'
import { slugOf } from '#platform/slug.ts'
import { plainWords } from './plain-words.ts'
import type { WxrAuthor } from './wxr.ts'

/** Somebody who signs articles: what `keepPerson` is told. */
export interface Signer {
  login: string
  name: string
  slug: string
}

/** The people of an export, by login and by initials. */
export interface Signers {
  find(login: string): Signer | undefined
  /** Somebody whom only items name. */
  guest(login: string, name: string | undefined): Signer
  /** Who signs so; of several, the one who is named as the author, else nobody. */
  byInitials(initials: string, author: string): Signer | undefined
}

export function signersOf(authors: Iterable<WxrAuthor>): Signers {
  const bySlug = new Map<string, Signer>()
  const byLogin = new Map<string, Signer>()
  for (const { login, name } of authors) {
    const signer = withFreeSlug(signerOf(login, name), bySlug)
    bySlug.set(signer.slug, signer)
    byLogin.set(login, signer)
  }
  return {
    find: (login) => byLogin.get(login) ?? bySlug.get(slugOf(withoutCap(login))),
    guest: signerOf,
    byInitials(initials, author) {
      const signing = [...byLogin.values()].filter(({ name }) => initialsOf(name) === initials)
      return signing.length > 1 ? signing.find(({ login }) => login === author) : signing[0]
    },
  }
}

function signerOf(login: string, name = ''): Signer {
  // A mail address is nobody's name, and no reader's business.
  const word = withoutCap(login).replace(/@.*$/, '') || login
  const plain = plainWords(name) || word
  return { login, name: plain, slug: slugOf(login.includes('@') ? plain : word) || slugOf(plain) || word }
}

/** "budi.s" and "budi-s" are two people. */
function withFreeSlug(signer: Signer, taken: ReadonlyMap<string, Signer>): Signer {
  let slug = signer.slug
  for (let number = 2; taken.has(slug); number += 1) slug = `${signer.slug}-${number}`
  return { ...signer, slug }
}

/** The plug-in Co-Authors Plus puts this before its names. */
const withoutCap = (login: string): string => login.replace(/^cap-/, '')
