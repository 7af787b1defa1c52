import { setFlagsFromString } from 'node:v8'

/**
 * Lets the heap grow in small steps: by default it may double before anything is collected, which suits a machine
 * that does nothing else. Called before anything is imported; V8 takes both while it runs.
 */
export function keepMemorySmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
  setFlagsFromString('--heap-growing-percent=30')
}
