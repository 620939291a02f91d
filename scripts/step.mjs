/** Does one step of set-up; says what it did and how long that took, and nothing when there was nothing to do. `work` that answers false could not do it and has said why. */
export async function step(say, title, isDone, work) {
  if (await isDone()) return
  say(`${title} …`)
  const began = Date.now()
  if (await work() !== false) say(`${title}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
}
