/** Makes sure that the end-to-end tests have a browser, and prints which. */
import { installBrowser } from './browser.mjs'

try {
  console.log(`Browser: ${installBrowser().path}`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
