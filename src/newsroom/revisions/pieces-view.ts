import type { Piece } from '#articles'
import { type Html, html } from '#platform/html.ts'

/** Words in a line with what came and what went. */
export const piecesView = (pieces: readonly Piece[]): Html => html`${pieces.map(pieceView)}`

/** Several things, each whole. */
export const thingsView = (pieces: readonly Piece[]): Html =>
  html`${pieces.map((piece, index) => html`${index === 0 ? '' : ', '}${pieceView(piece)}`)}`

function pieceView({ state, text }: Piece): Html {
  if (state === 'added') return html`<ins>${text}</ins>`
  return state === 'removed' ? html`<del>${text}</del>` : html`${text}`
}
