import type { Category, DeviceStatus, ProvenanceKind } from './tables.ts'

/** Keys of words. */
export const categoryWords: Record<Category, string> = {
  phone: 'deviceCategory.phone',
  foldable: 'deviceCategory.foldable',
  tablet: 'deviceCategory.tablet',
  watch: 'deviceCategory.watch',
  band: 'deviceCategory.band',
  earbuds: 'deviceCategory.earbuds',
  speaker: 'deviceCategory.speaker',
  tv: 'deviceCategory.tv',
  stb: 'deviceCategory.stb',
  laptop: 'deviceCategory.laptop',
  console: 'deviceCategory.console',
  router: 'deviceCategory.router',
  camera: 'deviceCategory.camera',
  car: 'deviceCategory.car',
  chip: 'deviceCategory.chip',
  software: 'deviceCategory.software',
  other: 'deviceCategory.other',
}

export const statusWords: Record<DeviceStatus, string> = {
  rumoured: 'deviceStatus.rumoured',
  announced: 'deviceStatus.announced',
  released: 'deviceStatus.released',
  on_sale: 'deviceStatus.on_sale',
  discontinued: 'deviceStatus.discontinued',
  cancelled: 'deviceStatus.cancelled',
}

export const provenanceWords: Record<ProvenanceKind, string> = {
  maker: 'provenanceKind.maker',
  register: 'provenanceKind.register',
  test: 'provenanceKind.test',
  editor: 'provenanceKind.editor',
  retailer: 'provenanceKind.retailer',
  dataset: 'provenanceKind.dataset',
  article: 'provenanceKind.article',
}
