import { html, raw } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'

/** Markup that is safe to send: everything inset into an `html` template is escaped unless it is markup already. */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

export { html, raw }

/** The markup as plain text, for whatever sends or keeps it. */
export const markupOf = async (markup: Html): Promise<string> => `${await markup}`

/** Nothing at all: what a view answers when it has no reason to take space. */
export const nothing: Html = raw('')
