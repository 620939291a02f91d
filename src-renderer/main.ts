import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createApi } from './api'
import { installTranslations, languageAtStart } from './locales'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/overlays.css'

const app = createApp(App)
app.use(createPinia())
const translated = installTranslations(app, languageAtStart())
const { install, opened } = createApi(window, translated)
install(app)
void opened.then(() => app.mount('#app'))
