import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { memorySizes, memoryValues } from './memory-sizes.ts'

const GB = 1024

describe('the sizes of memory in free text', () => {
  const cases: [string, number[]][] = [
    ['2/3 GB', [2 * GB, 3 * GB]],
    ['2 / 3 / 4 GB', [2 * GB, 3 * GB, 4 * GB]],
    ['4 or 6 GB', [4 * GB, 6 * GB]],
    ['1.5 GB', [1536]],
    ['512 MB', [512]],
    ['512/1 GB', [512, GB]],
    ['8/12GB LPDDR5', [8 * GB, 12 * GB]],
    ['4 GB / 6 GB (LPDDR4X)', [4 * GB, 6 * GB]],
    ['2 GB / 1 GB for IQ II', [GB, 2 * GB]],
    ['64GB, 128 GB', [64 * GB, 128 * GB]],
    ['64/128 GB UFS 2.1 2-LANE', [64 * GB, 128 * GB]],
    ['128 GB UFS3.1 / 256/512 GB UFS4.0', [128 * GB, 256 * GB, 512 * GB]],
    ['128/512/1024 GB UFS3.0', [128 * GB, 512 * GB, 1024 * GB]],
    ['256/512/1 TB UFS4.0', [256 * GB, 512 * GB, 1024 * GB]],
    ['256/512 TB UFS4.0', [256 * GB, 512 * GB]],
    ['32/64 B', [32 * GB, 64 * GB]],
    ['16 GB / 500 GB', [16 * GB, 500 * GB]],
    ['Sdcard/16 GB', [16 * GB]],
    ['Sdcard', []],
    ['eMMC 5.1', []],
    ['None', []],
  ]
  for (const [words, sizes] of cases) it(`of "${words}"`, () => assert.deepEqual(memorySizes(words), sizes))

  it('keep what was said, also where it is no size', () => {
    assert.deepEqual(memoryValues('3/4 GB'), [
      { number: 3 * GB, raw: '3/4 GB' },
      { number: 4 * GB, raw: '3/4 GB' },
    ])
    assert.deepEqual(memoryValues('Sdcard'), [{ words: 'Sdcard', raw: 'Sdcard' }])
  })

  it('are whole, ascending and each there once, whatever stands there', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9./, GTMBor+UFSx-]*$/), (words) => {
        const sizes = memorySizes(words)
        assert.ok(sizes.every((size, index) => Number.isInteger(size) && size > (sizes[index - 1] ?? 0)))
      }),
    ))
})
