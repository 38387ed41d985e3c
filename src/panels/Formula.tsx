/** Formula: typeset TeX. KaTeX comes in a chunk of its own; a formula once typeset is kept and copied. */
import { useLayoutEffect, useRef, useState } from 'react'
import { createTypesetter } from './typeset'

let typeset: ((tex: string) => Node) | null = null
let loading: Promise<void> | null = null

const fonts = ['1em KaTeX_Main', 'italic 1em KaTeX_Math', '1em KaTeX_Size1']

const load = async (): Promise<void> => {
  const [{ default: katex }] = await Promise.all([
    import('katex'),
    import('katex/dist/katex.min.css'),
  ])
  // A formula in another font, then in its own, would move what stands below it.
  await Promise.allSettled(fonts.map(async (font) => document.fonts.load(font)))
  typeset = createTypesetter((tex, element) =>
    katex.render(tex, element, {
      throwOnError: false,
      // Classes for the hues of parameters; the TeX is the program's own, never a file's.
      trust: ({ command }) => command === '\\htmlClass',
      strict: false,
      output: 'htmlAndMathml',
    }),
  )
}

export const Formula = ({ tex }: { readonly tex: string }) => {
  const host = useRef<HTMLSpanElement>(null)
  const [isReady, setReady] = useState(typeset !== null)
  useLayoutEffect(() => {
    if (isReady) {
      host.current!.replaceChildren(typeset!(tex))
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
