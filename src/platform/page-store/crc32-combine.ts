/**
 * The CRC-32 of two texts laid one after the other, from the CRC of each and the length of the second: a CRC is
 * linear over GF(2), so appending `length` zero bytes is a matrix product, done here by repeated squaring.
 * The method is that of `crc32_combine` in zlib (Mark Adler), with the reversed polynomial of RFC 1952 §8.
 *
 * @param length of the second text in bytes
 */
export function crc32Combine(first: number, second: number, length: number): number {
  return (operate(zerosOperator(length), first) ^ second) >>> 0
}

type Matrix = readonly number[]

const polynomial = 0xedb88320

/** Operators for 2^k zero bytes, made when first needed: 32 of them reach 4 GB. */
const powers: Matrix[] = []

/** The products for lengths seen lately: the same fragments are joined again and again. */
const known = new Map<number, Matrix>()
const mostKnown = 4096

function zerosOperator(length: number): Matrix {
  let operator = known.get(length)
  if (!operator) {
    operator = identity
    for (let power = 0, rest = length; rest > 0; power += 1, rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) operator = multiply(powerOf(power), operator)
    }
    if (known.size >= mostKnown) known.clear()
    known.set(length, operator)
  }
  return operator
}

function powerOf(power: number): Matrix {
  for (let next = powers.length; next <= power; next += 1) {
    const before = powers[next - 1]
    powers.push(before ? multiply(before, before) : oneZeroByte())
  }
  return powers[power] ?? identity
}

const identity: Matrix = Array.from({ length: 32 }, (_, bit) => (1 << bit) >>> 0)

/** The operator of one zero bit, squared three times. */
function oneZeroByte(): Matrix {
  let operator: Matrix = [polynomial, ...identity.slice(0, 31)]
  for (let doubling = 0; doubling < 3; doubling += 1) operator = multiply(operator, operator)
  return operator
}

function multiply(left: Matrix, right: Matrix): Matrix {
  return right.map((column) => operate(left, column))
}

function operate(matrix: Matrix, vector: number): number {
  let sum = 0
  for (let bit = 0, rest = vector; rest !== 0; bit += 1, rest >>>= 1) {
    if ((rest & 1) === 1) sum ^= matrix[bit] ?? 0
  }
  return sum >>> 0
}
