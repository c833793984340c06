/** Smaller files are sent as they are. */
const LARGE_BYTES = 1_000_000;
/** Letters on a photographed sheet of paper can be read at this size; the server keeps no more. */
const LONGEST_EDGE = 3200;
const QUALITY = 0.86;

/**
 * A large photograph made smaller before it travels over a mobile network. Where that does not work, or does not help, the
 * file is sent as it is: the server decides what it is.
 */
export async function shrinkPicture(file: File): Promise<Blob> {
  if (file.size < LARGE_BYTES || !file.type.startsWith('image/')) return file;
  try {
    const picture = await createImageBitmap(file);
    const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
    const smaller = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', QUALITY),
    );
    return smaller !== null && smaller.size < file.size ? smaller : file;
  } catch {
    return file;
  }
}
