import { argon2Sync } from 'node:crypto'
import { workOn } from '#platform/workshop-work.ts'
import type { ToHash } from './hashing.ts'

workOn((asked: ToHash) => argon2Sync('argon2id', asked))
