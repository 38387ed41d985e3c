/** Formula: typeset TeX. KaTeX comes in a chunk of its own; a formula once typeset is kept and copied. */
import { useLayoutEffect, useRef, useState } from 'react'
import { lighten } from './lighten'

type Render = (tex: string, element: HTMLElement) => void

let render: Render | null = null
let loading: Promise<void> | null = null

const fonts = ['1em KaTeX_Main', 'italic 1em KaTeX_Math', '1em KaTeX_Size1']

const load = async (): Promise<void> => {
  const [{ default: katex }] = await Promise.all([
    import('katex'),
    import('katex/dist/katex.min.css'),
  ])
  // A formula in another font, then in its own, would move what stands below it.
  await Promise.all(fonts.map((font) => document.fonts.load(font))).catch(() => {})
  render = (tex, element) =>
    katex.render(tex, element, {
      throwOnError: false,
      // Classes for the hues of parameters; the TeX is the program's own, never a file's.
      trust: ({ command }) => command === '\\htmlClass',
      strict: false,
      output: 'htmlAndMathml',
    })
}

const kept = new Map<string, HTMLElement>()
const mostKept = 500

const typeset = (tex: string): Node => {
  let element = kept.get(tex)
  if (!element) {
    element = document.createElement('span')
    render!(tex, element)
    lighten(element)
    if (kept.size >= mostKept) kept.clear()
    kept.set(tex, element)
  }
  return element.cloneNode(true)
}

export const Formula = ({ tex }: { readonly tex: string }) => {
  const host = useRef<HTMLSpanElement>(null)
  const [isReady, setReady] = useState(render !== null)
  useLayoutEffect(() => {
    if (isReady) {
      host.current!.replaceChildren(typeset(tex))
      return
    }
    let isHere = true
    loading ??= load()
    void loading.then(() => isHere && setReady(true))
    return () => {
      isHere = false
    }
  }, [tex, isReady])
  return <span className={isReady ? 'formula' : 'formula waiting'} ref={host} />
}
