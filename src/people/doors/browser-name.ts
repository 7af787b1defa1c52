/** Later ones are named by earlier ones too: the first that fits is what it is. */
const browsers: readonly [RegExp, string][] = [
  [/Edg(?:A|iOS)?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/UCBrowser\//, 'UC Browser'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

/** What a person calls the browser that calls itself so: "Chrome, Android"; empty when nothing is known of it. */
export function browserName(agent: string): string {
  const named = (among: readonly [RegExp, string][]) => among.find(([form]) => form.test(agent))?.[1]
  return [named(browsers), named(systems)].filter((word) => word !== undefined).join(', ')
}
