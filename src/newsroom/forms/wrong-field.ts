import type { z } from 'zod'
import { type Said, saidOf } from '#platform/refusals.ts'
import type { Say } from '#platform/i18n.ts'
import { fieldWords } from './fields.ts'

/** What is wrong with which field, as one says it to who filled it in: zod's own sentences speak to programmers. */
export function wrongField(issue: z.core.$ZodIssue, say: Say): string {
  const name = fieldWords[String(issue.path[0])]
  const words = wrongWords(issue, say)
  return name === undefined ? words : `${say(name)}: ${words}`
}

/** The same for a place where its name stands already. */
export function wrongWords(issue: z.core.$ZodIssue, say: Say): string {
  const { key, values } = saidOf(issue) ?? wrong(issue)
  return say(key, values)
}

function wrong(issue: z.core.$ZodIssue): Said {
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  if (issue.code === 'invalid_type') return { key: issue.expected === 'string' ? 'wrong.empty' : 'wrong.number' }
  if (issue.code === 'invalid_value') return { key: 'wrong.choice' }
  if (issue.code === 'invalid_format' && issue.format === 'url') return { key: 'wrong.url' }
  return { key: 'wrong.other' }
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): Said {
  if (origin === 'number') return { key: 'wrong.least', values: { least: Number(minimum) } }
  return { key: 'wrong.empty' }
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig): Said {
  const most = Number(maximum)
  if (origin === 'string') return { key: 'wrong.long', values: { most } }
  return { key: origin === 'number' ? 'wrong.most' : 'wrong.many', values: { most } }
}
