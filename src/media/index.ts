export { keepPicture, type KeptPicture } from './keep-picture.ts'
export { pictureAt } from './picture-at.ts'
export { picturesBeside, type ReadPicture } from './pictures-beside.ts'
export { provePicture } from './prove-picture.ts'
