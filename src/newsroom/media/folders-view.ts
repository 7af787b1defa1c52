import type { Folder } from '#media'
import { can } from '#people'
import { type Html, html, nothing, raw } from '#platform/html.ts'
import type { Visit } from '../route.ts'
import { library, libraryPath } from './paths.ts'
import { type Filters, folderIn } from './wanted.ts'

/** The tree of folders as links, and what can be done with the one that is looked at. */
export function foldersView(visit: Visit, folders: readonly Folder[], filters: Filters): Html {
  const { say, actor } = visit
  return html`<nav aria-label="${say('library.folders')}">
      <h2>${say('library.folders')}</h2>
      ${tree(folders, filters)}
      ${
        folders.length === 0
          ? nothing
          : html`<ul>
              <li>
                <a
                  href="${libraryPath({ folder: 'none' })}"
                  ${filters.folder === 'none' ? raw('aria-current="true"') : nothing}
                  >${say('library.noFolder')}</a
                >
              </li>
            </ul>`
      }
    </nav>
    ${can(actor, 'folders.change') ? folderForms(visit, folderIn(filters)) : nothing}`
}

const tree = (folders: readonly Folder[], filters: Filters): Html =>
  folders.length === 0
    ? nothing
    : html`<ul>
        ${folders.map(
          ({ id, name, inside }) =>
            html`<li>
              <a href="${libraryPath({ folder: id })}" ${filters.folder === id ? raw('aria-current="true"') : nothing}
                >${name}</a
              >${tree(inside, filters)}
            </li> `,
        )}
      </ul>`

function folderForms({ say }: Visit, folder: number | undefined): Html {
  const nameField = (id: string, words: string) =>
    html`<p class="field">
      <label for="${id}">${words}</label><input id="${id}" name="name" maxlength="80" required />
    </p>`
  return html`<details>
    <summary>${say('library.changeFolders')}</summary>
    <form method="post" action="${library}folders/">
      ${folder === undefined ? nothing : html`<input type="hidden" name="parent" value="${folder}" />`}
      ${nameField('new-folder', say(folder === undefined ? 'library.newFolder' : 'library.newFolderInside'))}
      <p><button>${say('library.makeFolder')}</button></p>
    </form>
    ${
      folder === undefined
        ? nothing
        : html`<form method="post" action="${library}folders/${folder}/name/">
              ${nameField('folder-name', say('library.renameFolder'))}
              <p><button>${say('form.save')}</button></p>
            </form>
            <form method="post" action="${library}folders/${folder}/removal/">
              <p><button>${say('library.removeFolder')}</button></p>
            </form>`
    }
  </details>`
}
