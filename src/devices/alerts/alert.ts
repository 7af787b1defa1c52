import type { Id } from '#platform/database/tables.ts'
import { alertKinds, type AlertKind, type MarketCode } from '../tables.ts'

/** What somebody wants to be told of a device in a market. */
export interface Alert {
  device: Id
  market: MarketCode
  kind: AlertKind
  /** Of `below`: that price or less, in the smallest unit of `currency`. Otherwise 0 and nothing. */
  amount: number
  currency: string
}

const form = /^device-alert:([1-9]\d{0,15}):([A-Z]{2}):(\w+):(\d{1,15}):([A-Z]{3})?$/

/** What subscribers of an alert follow. */
export const alertSubject = ({ device, market, kind, amount, currency }: Alert): string =>
  `device-alert:${device}:${market}:${kind}:${amount}:${currency}`

/** The alert of a subject; undefined for a subject of something else. */
export function alertOf(subject: string): Alert | undefined {
  const [, device, market = '', word, amount, currency = ''] = form.exec(subject) ?? []
  const kind = alertKinds.find((one) => one === word)
  return kind && { device: Number(device), market, kind, amount: Number(amount), currency }
}
