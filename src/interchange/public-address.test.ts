import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isPublicAddress } from './public-address.ts'

describe('a public address', () => {
  it('is one of a web server that everybody can ask', () => {
    for (const address of [
      'https://kabar.example/a.jpg',
      'http://kabar.example:8080/',
      'https://93.184.215.14/',
      'https://[2606:2800:21f::1]/',
    ])
      assert.equal(isPublicAddress(address), true, address)
  })

  it('is none of this machine or of a private network, however it is spelled', () => {
    for (const host of [
      'localhost',
      'LOCALHOST.',
      'printer',
      'db.internal',
      'nas.local',
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '0177.0.0.1',
      '0.0.0.0',
      '10.1.2.3',
      '100.64.0.1',
      '169.254.169.254',
      '172.31.0.1',
      '192.168.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '[::]',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '[::ffff:10.0.0.1]',
      '[64:ff9b::7f00:1]',
      '[fd00::1]',
      '[fe80::1]',
      '[ff02::1]',
    ])
      assert.equal(isPublicAddress(`http://${host}/`), false, host)
  })

  it('holds no name and is of the web', () => {
    for (const address of [
      'https://wulan:rahasia@kabar.example/',
      'ftp://kabar.example/',
      'file:///etc/passwd',
      'javascript:alert(1)',
      '//kabar.example/',
      '/a.jpg',
      '',
    ])
      assert.equal(isPublicAddress(address), false, address)
  })
})
