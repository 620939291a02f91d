/** Whether a file is meant as a picture, also one whose kind the system does not know: HEIC has to be refused by its name, not read as a text. */
export const isPicture = ({ type, name }: Pick<File, 'type' | 'name'>) => type.startsWith('image/') || /\.(?:jpe?g|png|webp|tiff?|hei[cf]|gif|bmp|svg|avif|psd|raw|dng|cr[23]|nef|arw)$/i.test(name)
