/**
 * Whether two groups of measurements may come from the same source: the two-sided p of the rank-sum test, by the
 * normal approximation with ties (good from twenty of each on).
 */
export function mannWhitney(one: readonly number[], other: readonly number[]): number {
  const all = [...one.map((value) => ({ value, isOne: true })), ...other.map((value) => ({ value, isOne: false }))]
  all.sort((left, right) => left.value - right.value)
  let ranksOfOne = 0
  let ties = 0
  for (let start = 0; start < all.length;) {
    let end = start
    while (all[end]?.value === all[start]?.value && end < all.length) end += 1
    const rank = (start + 1 + end) / 2
    for (const { isOne } of all.slice(start, end)) if (isOne) ranksOfOne += rank
    ties += (end - start) ** 3 - (end - start)
    start = end
  }
  const [n, m, total] = [one.length, other.length, all.length]
  const u = ranksOfOne - (n * (n + 1)) / 2
  const deviation = Math.sqrt(((n * m) / 12) * (total + 1 - ties / (total * (total - 1))))
  return deviation === 0 ? 1 : 2 * (1 - normal(Math.abs(u - (n * m) / 2) / deviation))
}

/** The normal distribution up to z (Abramowitz and Stegun 26.2.17), good to 7.5e-8. */
function normal(z: number): number {
  const t = 1 / (1 + 0.2316419 * z)
  const terms = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429]
  const sum = terms.reduce((all, term, index) => all + term * t ** (index + 1), 0)
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum
}
