import assert from 'node:assert/strict'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import fc from 'fast-check'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { readWords } from '#platform/i18n.ts'
import type { Log } from '#platform/log.ts'
import { openGawai } from '#platform/open.ts'
import { Invalid } from '#platform/refusals.ts'
import { siteName } from '#platform/settings.ts'
import { stillClock } from '#test/clock.ts'
import { lettersIn, readLetter } from '#test/letters.ts'
import { temporaryFolder } from '#test/temporary.ts'
import type { Letter } from './letter.ts'
import type { MailOptions } from './mail.ts'
import { serverAt } from './smtp-carrier.ts'

const letter: Letter = { to: 'wulan@news.example', subject: 'Kabar “baru”', text: 'Satu kalimat – dua.\n' }

async function open(test: TestContext, mail?: MailOptions) {
  const data = await temporaryFolder(test)
  const clock = stillClock()
  const said: string[] = []
  const say =
    (level: string) =>
    (words: string, facts: object = {}) =>
      void said.push(`${level} ${words} ${Object.values(facts).map(String).join(' ')}`)
  const log: Log = { info: say('info'), warn: say('warn'), error: say('error') }
  const gawai = await openGawai({ data, origin: 'https://gawai.example', words: readWords([]), clock, log, mail })
  test.after(() => gawai.close())
  return {
    gawai,
    data,
    clock,
    said,
    send: (more: Partial<Letter> & { key?: string } = {}) =>
      gawai.write((unit) => gawai.mail.send(unit, { ...letter, ...more })),
    waiting: async () => (await gawai.db.selectFrom('job').select('payload').execute()).length,
  }
}

/** A mail server in this process, and what it took. */
async function openServer(test: TestContext, options: SMTPServerOptions = {}) {
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 10,
    // As a local server has it: with a certificate that nobody vouches for.
    hideSTARTTLS: false,
    onData(stream, _session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        taken.push(Buffer.concat(pieces).toString('utf8'))
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  test.after(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { taken, smtp: `smtp://127.0.0.1:${port}` }
}

const refusing = (responseCode: number, words = 'no') => Object.assign(new Error(words), { responseCode })

describe('a letter that waits', () => {
  it('lies sealed in the database, and not at all once it is sent', async (test) => {
    const { gawai, data, send, waiting } = await open(test)
    const link = 'https://gawai.example/newsroom/enter/rahasia/'
    await send({ text: `${link}\n` })
    const kept = JSON.stringify(await gawai.db.selectFrom('job').selectAll().execute())
    for (const open of [link, 'rahasia', letter.to, 'Kabar']) assert.ok(!kept.includes(open), `${open} lies open`)
    await gawai.jobs.settle()
    assert.equal((await lettersIn(data))[0]?.text.trim(), link)
    assert.equal(await waiting(), 0)
  })

  it('is sent as well when an earlier version wrote it down open', async (test) => {
    const { gawai, data } = await open(test)
    const payload = { madeAt: gawai.clock.now(), letter }
    await gawai.write((unit) => gawai.jobs.add(unit, { kind: 'send-mail', payload }))
    await gawai.jobs.settle()
    assert.deepEqual(
      (await lettersIn(data)).map(({ to, text }) => [to, text.trim()]),
      [[letter.to, letter.text.trim()]],
    )
  })
})

describe('mail without a server', () => {
  it('is laid into a folder that nobody else may read, in the order in which it was sent', async (test) => {
    const { gawai, data, send, clock } = await open(test)
    await send({ subject: 'Satu' })
    clock.move(10)
    await send({ subject: 'Dua' })
    await gawai.jobs.settle()
    const letters = await lettersIn(data)
    assert.deepEqual(
      letters.map(({ subject }) => subject),
      ['Satu', 'Dua'],
    )
    assert.equal((await stat(join(data, 'mail'))).mode & 0o777, 0o700)
  })

  it('says what programs need to know of it, and its text comes through whole', async (test) => {
    const { gawai, data, send } = await open(test)
    await gawai.write((unit) => gawai.settings.set(unit, siteName, 'Kabar, “Gawai”'))
    const text = `${'Baris yang panjang sekali '.repeat(12)}\n\nhttps://gawai.example/${'x'.repeat(150)}/\n\n-- \nKabar “Gawai”\n`
    const unsubscribe = `https://gawai.example/langganan/berhenti/${'t'.repeat(70)}/`
    await send({ text, unsubscribe, lang: 'id' })
    await gawai.jobs.settle()
    const [read] = await lettersIn(data)
    assert.ok(read)
    const header = (name: string) => read.headers.get(name)
    assert.deepEqual(header('auto-submitted'), ['auto-generated'])
    assert.deepEqual(header('list-unsubscribe'), [`<${unsubscribe}>`])
    assert.deepEqual(header('list-unsubscribe-post'), ['List-Unsubscribe=One-Click'])
    assert.deepEqual(header('content-language'), ['id'])
    assert.deepEqual(header('date'), ['Mon, 05 Jan 2026 03:00:00 +0000'])
    assert.match(header('message-id')?.[0] ?? '', /^<\d+@gawai\.example>$/)
    assert.match(header('from')?.[0] ?? '', /<noreply@gawai\.example>$/)
    assert.equal(read.to, 'wulan@news.example')
    assert.equal(read.subject, letter.subject)
    assert.equal(read.text.replaceAll('\r\n', '\n').trimEnd(), text.trimEnd())
  })

  it('has a part of markup beside the text when there is one', async (test) => {
    const { gawai, data, send } = await open(test)
    await send({ html: '<p>Satu</p>' })
    await gawai.jobs.settle()
    const [read] = await lettersIn(data)
    assert.match(read?.headers.get('content-type')?.[0] ?? '', /^multipart\/alternative/)
    assert.match(read?.text ?? '', /^Satu kalimat – dua\./)
  })

  it('goes out only when the write holds', async (test) => {
    const { gawai, data } = await open(test)
    const failing = gawai.write(async (unit) => {
      await gawai.mail.send(unit, letter)
      throw new Error('no')
    })
    await assert.rejects(failing)
    await gawai.jobs.settle()
    assert.deepEqual(await lettersIn(data), [])
  })

  it('goes out once for a key, also after it has gone', async (test) => {
    const { gawai, data, send, clock } = await open(test)
    for (const key of ['a', 'a', 'b']) await send({ key })
    await gawai.jobs.settle()
    clock.move(1000)
    await send({ key: 'a' })
    await gawai.jobs.settle()
    assert.equal((await lettersIn(data)).length, 2)
  })

  it('is refused when a line break could begin another header', async (test) => {
    const { send, waiting } = await open(test)
    const breaks = fc.constantFrom('\r', '\n', '\r\n', '\u0000', '\u2028', '\u0085')
    const broken = fc.tuple(fc.string(), breaks, fc.string()).map((parts) => `x${parts.join('')}x`)
    await fc.assert(
      fc.asyncProperty(broken, async (text) => {
        await assert.rejects(send({ subject: text }), Invalid)
        await assert.rejects(send({ to: `${text}@news.example` }), Invalid)
        await assert.rejects(send({ unsubscribe: `https://gawai.example/${text}` }), Invalid)
      }),
      { numRuns: 50 },
    )
    assert.equal(await waiting(), 0)
  })

  it('has the same headers whatever its subject and text are', async (test) => {
    const { gawai, data, send, clock } = await open(test)
    await send()
    await gawai.jobs.settle()
    const names = [...((await lettersIn(data))[0]?.headers.keys() ?? [])]
    const subjects = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
      .filter((text) => text.trim() === text)
    await fc.assert(
      fc.asyncProperty(subjects, fc.string({ unit: 'grapheme', minLength: 1 }), async (subject, text) => {
        clock.move(1)
        await send({ subject, text: `${text}\r\nBcc: a@b.example` })
        await gawai.jobs.settle()
        const read = (await lettersIn(data)).at(-1)
        assert.deepEqual([...(read?.headers.keys() ?? [])], names)
        // What pretends to be an encoded word (RFC 2047) is shown decoded; it is a header all the same.
        if (!subject.includes('=?')) assert.equal(read?.subject, subject)
      }),
      {
        numRuns: 40,
        examples: [
          ['=?utf-8?Q?x?=', 'x'],
          ['<a@b.example>, Bcc: x', 'x'],
        ],
      },
    )
  })
})

describe('a mail server', () => {
  it('is spoken to in the clear on this machine only', () => {
    const { host, port, secure, ...rest } = serverAt('smtp://a%40b:p%2Fq@mail.example')
    assert.deepEqual([host, port, secure], ['mail.example', 587, false])
    assert.partialDeepStrictEqual(rest, { requireTLS: true, auth: { user: 'a@b', pass: 'p/q' } })
    assert.partialDeepStrictEqual(serverAt('smtps://mail.example'), { port: 465, secure: true, requireTLS: true })
    for (const local of ['localhost', '127.0.0.1', '127.9.9.9', '[::1]'])
      assert.partialDeepStrictEqual(serverAt(`smtp://${local}:25`), { port: 25, ignoreTLS: true })
    for (const other of ['127.example', 'localhost.example', '10.0.0.1', '[2001:db8::1]'])
      assert.partialDeepStrictEqual(serverAt(`smtp://${other}`), { requireTLS: true })
  })
})

describe('mail by SMTP', () => {
  it('is given to the server, from whom the operator says', async (test) => {
    const { taken, smtp } = await openServer(test)
    const { gawai, data, send, waiting } = await open(test, {
      smtp,
      from: { name: 'Redaksi', address: 'redaksi@news.example' },
    })
    await send({ to: 'kabar@bücher.example' })
    await gawai.jobs.settle()
    assert.equal(await waiting(), 0)
    const read = readLetter(taken[0] ?? '')
    assert.deepEqual(read.headers.get('from'), ['Redaksi <redaksi@news.example>'])
    assert.equal(read.text.trim(), letter.text.trim())
    assert.deepEqual(await lettersIn(data), [])
  })

  it('signs in when the address says how', async (test) => {
    const seen: unknown[] = []
    const { taken, smtp } = await openServer(test, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        seen.push([username, password])
        done(null, { user: username })
      },
    })
    const { gawai, send } = await open(test, { smtp: smtp.replace('//', '//a%40b:p%2Fq@') })
    await send()
    await gawai.jobs.settle()
    assert.deepEqual(seen, [['a@b', 'p/q']])
    assert.equal(taken.length, 1)
  })

  it('is tried again while the server says later, with the same id, for three days', async (test) => {
    let isBusy = true
    const { taken, smtp } = await openServer(test, {
      onRcptTo: (_address, _session, done) => done(isBusy ? refusing(451, 'wulan@news.example is busy') : null),
    })
    const { gawai, send, clock, said, waiting } = await open(test, { smtp })
    await send()
    await gawai.jobs.settle()
    for (let hour = 0; hour < 60; hour += 1) {
      clock.move(60 * 60 * 1000)
      await gawai.jobs.settle()
    }
    assert.equal(taken.length, 0)
    assert.equal(await waiting(), 1)
    isBusy = false
    clock.move(2 * 60 * 60 * 1000)
    await gawai.jobs.settle()
    assert.equal(taken.length, 1)
    assert.equal(await waiting(), 0)
    assert.doesNotMatch(said.join('\n'), /wulan@|Satu kalimat|baru/)
  })

  it('is given up after three days, and its content is kept nowhere', async (test) => {
    const { gawai, send, clock, said, waiting } = await open(test, { smtp: 'smtp://127.0.0.1:1' })
    await send()
    for (let hour = 0; hour < 120 && (await waiting()) > 0; hour += 1) {
      await gawai.jobs.settle()
      clock.move(2 * 60 * 60 * 1000)
    }
    assert.equal(await waiting(), 0)
    assert.match(said.at(-1) ?? '', /^error A letter was given up/)
  })

  it('is tried once when the server says never, and only what nobody gets is told of', async (test) => {
    const answers: Record<string, Error> = {
      'nobody@news.example': refusing(550, '5.1.1 nobody here'),
      'rules@news.example': refusing(550, '5.7.1 not from you'),
      'full@news.example': refusing(554, 'no'),
    }
    let asked = 0
    const { smtp } = await openServer(test, {
      onRcptTo({ address }, _session, done) {
        asked += 1
        done(answers[address] ?? null)
      },
    })
    const { gawai, send, clock, said, waiting } = await open(test, { smtp })
    const told: string[] = []
    gawai.reactions.on('mail.unknown', 'test', async ({ address }) => void told.push(address))
    for (const to of Object.keys(answers)) await send({ to })
    await gawai.jobs.settle()
    await gawai.reactions.deliver()
    await gawai.jobs.settle()
    clock.move(24 * 60 * 60 * 1000)
    await gawai.jobs.settle()
    assert.equal(asked, 3)
    assert.equal(await waiting(), 0)
    assert.deepEqual(told, ['nobody@news.example'])
    assert.equal(said.filter((line) => line.startsWith('warn A letter was refused for good')).length, 3)
    assert.doesNotMatch(said.join('\n'), /news\.example|Satu kalimat/)
  })

  it('waits when the server does not let the program in: that is for the operator to mend', async (test) => {
    const { smtp, taken } = await openServer(test, {
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: (_auth, _session, done) => done(refusing(535)),
    })
    const { gawai, send, waiting } = await open(test, { smtp: smtp.replace('//', '//a:b@') })
    await send()
    await gawai.jobs.settle()
    assert.deepEqual([await waiting(), taken.length], [1, 0])
  })
})
