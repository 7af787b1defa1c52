import type { ByEditor } from '#devices'
import { idIn } from '../forms/form.ts'
import type { Visit } from '../route.ts'

export const devicesRoom = '/newsroom/devices/'
export const devicePath = (device: number): string => `${devicesRoom}${device}/`
export const deviceRoute = '/devices/:device{[1-9]\\d*}/'

/** The device of the address. @throws NotFound when it can be none */
export const deviceHere = ({ params }: Visit): number => idIn(params, 'device')

/** In whose name the catalogue is changed. */
export const editorOf = ({ account, person }: Visit['actor']): ByEditor => ({ account, person })
