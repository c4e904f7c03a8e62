export default { modules: ['@nuxt/content'] }
