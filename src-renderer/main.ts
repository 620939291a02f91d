import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createApi } from './api'
import { installTranslations } from './locales'
import { languageAtStart } from './stores/settings'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/overlays.css'

const app = createApp(App)
createApi(window).install(app)
app.use(createPinia())
const translated = installTranslations(app, languageAtStart())
if (translated) void translated.finally(mount)
else mount()

/** The ports are handed over after it: what listens to them is made by the components. */
function mount() {
  app.mount('#app')
  window.dispatchEvent(new Event('page-mounted'))
}
