/** Browsers draw no canvas with a longer side, or with more pixels. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = 200_000_000;

/** A drawing as PNG, two pixels a point where a browser can draw as many. @throws Error when it cannot draw at all. */
export async function drawPng(svg: string, width: number, height: number): Promise<Blob> {
  const ratio = Math.min(2, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.floor(width * ratio);
    canvas.height = Math.floor(height * ratio);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the picture could not be drawn');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
