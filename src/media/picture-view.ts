import { type Html, html } from '#platform/html.ts'
export interface ShownPicture {
  src: string
  alt: string
  width?: number
  height?: number
  colour?: string
}
export function pictureView(
  { src, alt, width, height }: ShownPicture,
  { isEager = false }: { shape: string; sizes: string; isEager?: boolean },
): Html {
  return html`<img
    src="${src}"
    alt="${alt}"
    width="${width ?? 1600}"
    height="${height ?? 900}"
    loading="${isEager ? 'eager' : 'lazy'}"
  />`
}
