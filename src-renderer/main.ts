import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createApi } from './api'
import { installTranslations, languageFor } from './locales'
import './styles/tokens.css'
import './styles/base.css'
import './styles/controls.css'
import './styles/overlays.css'

const app = createApp(App)
const { install, opened } = createApi(window)
install(app)
installTranslations(app, languageFor(navigator.language))
app.use(createPinia())
void opened.then(() => app.mount('#app'))
