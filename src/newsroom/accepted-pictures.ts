/** What browsers let people choose: all that is kept, and what a sentence is ready for. */
export const acceptedPictures = 'image/jpeg,image/png,image/webp,image/avif,image/gif'
