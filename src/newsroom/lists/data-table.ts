import { type Html, html } from '#platform/html.ts'

type Cell = Html | string

/** A table of things: the first cell names the thing of its row. On a phone each other cell carries its head itself. */
export const dataTable = ([first = '', ...heads]: readonly string[], rows: readonly (readonly Cell[])[]): Html =>
  html`<table class="data-table">
    <thead>
      <tr>
        ${[first, ...heads].map((head) => html`<th scope="col">${head}</th> `)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([name = '', ...cells]) =>
          html`<tr>
            <th scope="row">${name}</th>
            ${cells.map((cell, place) => html`<td data-label="${heads[place] ?? ''}">${cell}</td> `)}
          </tr> `,
      )}
    </tbody>
  </table>`
