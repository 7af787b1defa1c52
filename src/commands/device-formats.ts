/** What `gawai devices import` reads. */
export const deviceFormats = ['lineage', 'certified', 'table', 'json'] as const
export type DeviceFormat = (typeof deviceFormats)[number]

export const isDeviceFormat = (word: string): word is DeviceFormat => deviceFormats.some((format) => format === word)
