/** Gallery: the pictures, one at a time; arrow keys go through them, T changes the theme, L the language. Not part of the built app. */
import '@fontsource-variable/source-sans-3/wght.css'
import '../src/app/theme.css'
import '../src/app/stage.css'
import './gallery.css'
import { type Language, languages, loadLanguage } from '../src/i18n'
import type { Theme } from '../src/notation/scales'
import { type PictureName, pictureNames, pictures } from './pictures'
import { showPicture } from './showPicture'

const [title, stage, sentence, links] = ['h1', '#stage', '#sentence', 'nav'].map((name) =>
  document.querySelector<HTMLElement>(name)!,
)

/** What is looked at instead of what the picture says; null: as the picture says. */
let theme: Theme | null = null
let language: Language | null = null

const nameShown = (): PictureName =>
  pictureNames.find((name) => name === location.hash.slice(1)) ?? pictureNames[0]!

const show = () => {
  const name = nameShown()
  const picture = pictures[name]
  const shown = {
    ...picture,
    theme: theme ?? picture.theme,
    language: language ?? picture.language,
  }
  document.documentElement.dataset.theme = shown.theme
  document.documentElement.lang = languages[shown.language].code
  title!.textContent = `${name}: ${picture.title}`
  sentence!.textContent = showPicture(stage!, shown)
  stage!.dataset.picture = name
}

const turn = (by: number) => {
  const i = pictureNames.indexOf(nameShown()) + by + pictureNames.length
  location.hash = pictureNames[i % pictureNames.length]!
}

const keys: Readonly<Record<string, () => void>> = {
  ArrowRight: () => turn(1),
  ArrowLeft: () => turn(-1),
  t: () => {
    theme = (theme ?? pictures[nameShown()].theme) === 'light' ? 'dark' : 'light'
    show()
  },
  l: () => {
    language = (language ?? pictures[nameShown()].language) === 'en' ? 'zh' : 'en'
    show()
  },
}

await Promise.all((Object.keys(languages) as Language[]).map(loadLanguage))
for (const name of pictureNames) {
  const link = document.createElement('a')
  link.href = `#${name}`
  link.textContent = name
  links!.append(link)
}
window.addEventListener('hashchange', show)
window.addEventListener('keydown', ({ key, ctrlKey }) => ctrlKey || keys[key]?.())
show()
