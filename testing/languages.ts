/** Languages: in tests all of them are there from the start. */
import { type Language, languages, loadLanguage } from '../src/i18n'

await Promise.all((Object.keys(languages) as Language[]).map(loadLanguage))
