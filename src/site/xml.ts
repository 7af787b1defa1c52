import { type Html, html, raw } from '#platform/html.ts'

/** Characters that no XML document may hold, however they are written (XML 1.0 §2.2). */
// oxlint-disable-next-line no-control-regex -- control characters are what it looks for
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Escapes for XML what `html` escapes for HTML. Of its own name, so that nobody sets it as if it were HTML. */
export const xml = html

/** A text without what XML cannot hold. An `xml` template escapes the rest. */
export const xmlText = (text: string): string => text.toWellFormed().replace(outsideXml, '')

/** Markup as it is; its end is cut in two where it would end the section. */
export const cdata = (markup: string): Html => raw(`<![CDATA[${markup.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`)
