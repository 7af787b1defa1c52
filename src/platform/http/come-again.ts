/** The header that says after how many seconds to come again (RFC 9110, 10.2.3); none when time changes nothing. */
export const comeAgain = (seconds: number | undefined): Record<string, string> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) }
