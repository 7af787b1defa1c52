import { Parser } from 'htmlparser2'
import { Invalid } from '#platform/refusals.ts'
import { linePlace } from './line-place.ts'
import type { WxrRecord } from './wxr.ts'
import { type Element, newElement, recordOf } from './wxr-records.ts'
import { xmlText } from './wxr-text.ts'

/** Deeper than this no export is; a hostile one may be tens of thousands of levels deep. */
const deepest = 256
/** Characters of one field: an article is never so long. */
const longestField = 50_000_000

/**
 * Reads an export as a stream; one record is in memory at a time. The file may have no document type (so there are no
 * entities to expand and nothing to load) and must be whole.
 *
 * @throws Invalid naming the file and the line: no WXR, a document type, cut off, not closed, too deep
 *
 * @param onBrokenBytes told the place of the first bytes that are no text in the file's encoding
 */
export async function* readWxr(
  file: string,
  onBrokenBytes: (offset: number) => void = () => {},
): AsyncGenerator<WxrRecord> {
  const reader = wxrReader(file)
  for await (const text of xmlText(file, onBrokenBytes)) {
    reader.write(text)
    yield* reader.take()
  }
  reader.end()
  yield* reader.take()
}

function wxrReader(file: string) {
  const records: WxrRecord[] = []
  const place = linePlace()
  const open: string[] = []
  let element: Element = newElement('', undefined, 0)
  let isWxr = false
  let isEnding = false
  let openedAt = -1

  const refuse = (words: string): never => {
    throw new Invalid(`${file}, line ${place.line(parser.startIndex)}: ${words}`)
  }
  const parser: Parser = new Parser(
    {
      onprocessinginstruction(name) {
        if (name.toLowerCase() === '!doctype')
          refuse(
            'a WordPress export has no document type (<!DOCTYPE>): it is refused because it could load or multiply things',
          )
      },
      onopentag(name, attributes) {
        open.push(name)
        if (open.length > deepest) refuse(`elements are nested deeper than ${deepest}`)
        if (name.startsWith('wp:')) isWxr = true
        element = newElement(name, element, place.line(parser.startIndex), attributes)
        openedAt = parser.startIndex
      },
      ontext(text) {
        element.length += text.length
        if (element.length > longestField) refuse(`<${element.name}> is longer than ${longestField} characters`)
        element.texts.push(text)
      },
      onclosetag(name, isImplied) {
        // `<x/>` is closed where it was opened; any other implied end is one that the file does not write.
        if (isImplied && (isEnding || parser.startIndex !== openedAt))
          refuse(
            isEnding
              ? `the file ends inside <${open.at(-1)}>: it was cut off; export or download it again`
              : `<${open.at(-1)}> is not closed before </${name}>`,
          )
        open.pop()
        const closed = element
        element = closed.parent ?? element
        const record = recordOf(closed, open.at(-1))
        if (record) records.push(record)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )

  return {
    write(text: string) {
      place.add(text)
      parser.write(text)
    },
    end() {
      isEnding = true
      parser.end()
      if (!isWxr)
        refuse(
          'up to here it is no WordPress export (WXR): in WordPress choose Tools, Export, "All content", and give the .xml file that it saves',
        )
    },
    *take() {
      yield* records.splice(0)
    },
  }
}
