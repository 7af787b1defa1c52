import { sanitise } from '#articles'
import type { Shortcode, ShortcodeReader } from './shortcodes.ts'
import { unescaped } from './unescaped.ts'

/** Layout of page builders and themes: what is inside them counts. */
export const isWrapper = (name: string): boolean =>
  /^(vc_|td_|tdc_|et_pb_|fusion_|cs_|mk_|x_|av_|tatsu_|su_|one_|two_|three_|row$|col$|columns?$|section$|tabs$|tabgroup$|accordions?$|toggles$)/.test(
    name,
  )

/** Words that a part shows above its text. */
const titled: ShortcodeReader = ({ attributes, inner }, _, within) => {
  const title = ['title', 'custom_title', 'heading', 'text', 'header'].map((name) => attributes[name]).find(Boolean)
  return `${title ? `\n\n<h3>${markupOf(title)}</h3>\n\n` : ''}\n\n${within(inner)}\n\n`
}

const button: ShortcodeReader = ({ attributes, inner }, _, within) => {
  const href = ['url', 'link', 'href', 'button_url'].map((name) => attributes[name]).find(Boolean) ?? ''
  const address = /(?:^|\|)url:([^|]+)/.exec(href)?.[1]
  const words = within(inner) || markupOf(attributes['button_text'] ?? attributes['title'] ?? attributes['text'] ?? '')
  return `<a href="${markupOf(address === undefined ? href : decoded(address))}">${words}</a>`
}

const picture: ShortcodeReader = ({ attributes }, reading) => {
  const src = attributes['src'] ?? attributes['custom_src'] ?? attributes['url'] ?? ''
  if (src !== '') return `\n\n<img src="${markupOf(src)}" alt="${markupOf(attributes['alt'] ?? '')}">\n\n`
  reading.notes.add('a picture of the media library was left out until media are read')
  return ''
}

/** Its text is percent-encoded markup in base64. */
const rawMarkup: ShortcodeReader = ({ inner }, reading) => {
  const html = sanitise(decoded(Buffer.from(inner.trim(), 'base64').toString('utf8')))
  return html.trim() === '' || html.length > 100_000 ? '' : reading.put([{ type: 'rawHtml', attrs: { html } }])
}

/** A form or list that a plug-in fills has no words of an editor in it. */
const leftOut: ShortcodeReader = ({ name }: Shortcode, reading) => {
  reading.notes.add(`the shortcode [${name}] was left out: a plug-in fills it`)
  return ''
}

const each = (names: string, reader: ShortcodeReader): Record<string, ShortcodeReader> =>
  Object.fromEntries(names.split(/\s+/).map((name) => [name, reader]))

/** Shortcodes of page builders and plug-ins whose words stand in their attributes, or that have none. */
export const builderShortcodes: Readonly<Record<string, ShortcodeReader>> = {
  ...each(
    'vc_custom_heading vc_tta_section vc_tab vc_accordion_tab vc_toggle vc_cta et_pb_toggle et_pb_accordion_item et_pb_tab et_pb_blurb et_pb_heading et_pb_cta td_block_text_with_title td_block_title fusion_toggle fusion_tab fusion_title su_tab su_spoiler su_heading su_box tab toggle accordion spoiler',
    titled,
  ),
  ...each('vc_btn vc_button et_pb_button su_button button fusion_button', button),
  ...each('vc_single_image et_pb_image fusion_imageframe', picture),
  ...each('vc_raw_html', rawMarkup),
  ...each('vc_raw_js', () => ''),
  ...each(
    'contact-form contact-form-7 wpforms gravityform ninja_form jetpack_subscription_form mc4wp_form toc ez-toc crp yarpp related_posts sitemap ads ad adsense iklan adrotate td_ad_box poll polldaddy wpdatachart ratings mailpoet_form instagram-feed rev_slider smartslider3 layerslider',
    leftOut,
  ),
}

const markupOf = (text: string): string =>
  unescaped(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
