import { z } from 'zod'
import { isPageAddress, isPictureAddress, webAddress } from './shared/web-address.ts'

const addressed = (isRight: (address: string) => boolean, why: string) =>
  z.string().transform((written, context) => {
    const address = webAddress(written)
    if (address !== undefined && isRight(address)) return address
    context.addIssue({ code: 'custom', message: why })
    return z.NEVER
  })

/** An address in a document, in the one spelling that `webAddress` gives it. */
export const addressSchema = addressed(() => true, 'is no web address, path or mail address')
export const pictureAddressSchema = addressed(isPictureAddress, 'is neither a web address nor a path of this site')
export const pageAddressSchema = addressed(isPageAddress, 'is no web address')
