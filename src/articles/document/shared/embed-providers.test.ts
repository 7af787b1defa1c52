import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { linked, words } from '#test/documents.ts'
import { embedLine } from '../embed-line.ts'
import { frameHosts, providerOf } from './embed-providers.ts'

const id = 'dQw4w9WgXcQ'
const youtube = `https://www.youtube-nocookie.com/embed/${id}?autoplay=1`
const framed: [string, string, string][] = [
  [`https://www.youtube.com/watch?v=${id}`, 'YouTube', youtube],
  [`https://m.youtube.com/watch?app=desktop&v=${id}&t=10`, 'YouTube', youtube],
  [`https://youtu.be/${id}?si=abc`, 'YouTube', youtube],
  [`https://www.youtube.com/shorts/${id}`, 'YouTube', youtube],
  [`http://www.youtube.com/v/${id}?fs=1`, 'YouTube', youtube],
  [`https://www.youtube-nocookie.com/embed/${id}`, 'YouTube', youtube],
  [
    'https://www.youtube.com/playlist?list=PLabcdefghij',
    'YouTube',
    'https://www.youtube-nocookie.com/embed/videoseries?list=PLabcdefghij',
  ],
  [
    'https://www.youtube.com/embed/videoseries?list=PLabcdefghij',
    'YouTube',
    'https://www.youtube-nocookie.com/embed/videoseries?list=PLabcdefghij',
  ],
  ['https://vimeo.com/123456', 'Vimeo', 'https://player.vimeo.com/video/123456?dnt=1'],
  ['https://www.tiktok.com/@a/video/123', 'TikTok', 'https://www.tiktok.com/embed/v2/123'],
  ['https://www.instagram.com/reel/Ab-c_1/', 'Instagram', 'https://www.instagram.com/p/Ab-c_1/embed/'],
  ['https://twitter.com/a/status/12', 'X', 'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=12'],
  ['https://x.com/a/status/12?s=20', 'X', 'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=12'],
  ['https://open.spotify.com/episode/a1?si=b', 'Spotify', 'https://open.spotify.com/embed/episode/a1'],
  ['https://www.dailymotion.com/video/x8abc', 'Dailymotion', 'https://www.dailymotion.com/embed/video/x8abc'],
]
const plain = [
  'https://www.youtube.com/channel/UCabcdefghij',
  'https://www.youtube.com/SomeChannel',
  'https://www.youtube.com/results?search_query=xiaomi',
  'https://www.youtube.com/@xiaomi',
  `https://youtube.com.evil.example/watch?v=${id}`,
  `https://evil.example/?https://youtu.be/${id}`,
  'https://x.com/a',
  'https://vimeo.com/about',
  'no address',
]

describe('an embed', () => {
  it('shows the frame of a host that is known, by its id alone', () => {
    for (const [address, name, frame] of framed) assert.deepEqual(providerOf(address), { name, frame }, address)
    for (const address of plain) assert.equal(providerOf(address), undefined, address)
  })

  it('names the hosts of its frames once each', () => {
    assert.deepEqual(
      frameHosts([
        `https://youtu.be/${id}`,
        'https://vimeo.com/123456',
        `https://youtu.be/${id}?t=1`,
        'https://b.example/',
      ]),
      ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'],
    )
  })

  it('is a line that holds its address and nothing else', () => {
    const address = `https://youtu.be/${id}`
    assert.equal(embedLine([words(` ${address} `)]), address)
    assert.equal(embedLine([linked(address, address)]), address)
    assert.equal(embedLine([linked(address, 'https://b.example/')]), undefined)
    assert.equal(embedLine([words(`Lihat ${address}`)]), undefined)
    assert.equal(embedLine([linked('Film', address)]), undefined)
    assert.equal(embedLine([words('https://b.example/')]), undefined)
  })
})
