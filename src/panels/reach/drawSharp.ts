/** Draw sharp: draws on a canvas at the screen's own resolution; sizes are in pixels of the page. */
export const drawSharp = (
  canvas: HTMLCanvasElement,
  { width, height }: { readonly width: number; readonly height: number },
  work: (context: CanvasRenderingContext2D, ratio: number) => void,
) => {
  // Browsers that do not know it draw a little less sharply where the page is enlarged.
  const zoom = canvas.currentCSSZoom ?? 1
  const ratio = Math.min((window.devicePixelRatio || 1) * zoom, 16_000 / Math.max(width, height))
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const context = canvas.getContext('2d')
  if (!context) return
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.font = `13px ${getComputedStyle(canvas).fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  work(context, ratio)
}
