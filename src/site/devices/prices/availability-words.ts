import type { AvailabilityStatus } from '#devices'

/** Keys of words. */
export const availabilityWords: Record<AvailabilityStatus, string> = {
  planned: 'devicePrices.is_planned',
  announced: 'devicePrices.is_announced',
  preorder: 'devicePrices.is_preorder',
  on_sale: 'devicePrices.is_on_sale',
  out_of_stock: 'devicePrices.is_out_of_stock',
  discontinued: 'devicePrices.is_discontinued',
  blocked: 'devicePrices.is_blocked',
  cancelled: 'devicePrices.is_cancelled',
}
