/** PartList: the parts of the view by name, each of which can be gone to. */
import { useModelWords } from './useModel'

export const PartList = ({ titles }: { readonly titles: readonly string[] }) => {
  const { parts } = useModelWords()
  const goTo = (title: string, list: Element) => {
    const headings = list.parentElement!.querySelectorAll<HTMLElement>('.model-part h2')
    const heading = [...headings].find(({ textContent }) => textContent === title)
    heading?.focus({ preventScroll: true })
    heading?.closest('section')!.scrollIntoView({ block: 'start' })
  }
  return (
    <nav className="model-parts wide" aria-label={parts}>
      <ul>
        {titles.map((title) => (
          <li key={title}>
            <button
              type="button"
              className="small"
              onClick={({ currentTarget }) => goTo(title, currentTarget.closest('nav')!)}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
