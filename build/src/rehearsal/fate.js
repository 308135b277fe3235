/** Makes the call as its fate will have it. */
export function undergo(kernel, life, fate, deed) {
    if (life.isDead)
        return new Promise(() => { });
    if (fate.dies === 'before') {
        life.kill();
        return new Promise(() => { });
    }
    return new Promise((resolve, reject) => {
        const hear = (settle) => {
            if (fate.dies === 'after')
                life.kill();
            else
                kernel.after(fate.backMs, () => life.answer(settle));
        };
        kernel.after(fate.thereMs, () => {
            if (life.isDead && !deed.travels)
                return;
            const { trouble } = fate;
            if (trouble === 'unheard' || trouble === 'refused') {
                hear(() => settleBy(() => deed.troubled(trouble), resolve, reject));
                return;
            }
            deed.act().then((value) => hear(() => settleBy(() => (trouble ? deed.troubled(trouble) : value), resolve, reject)), (error) => hear(() => reject(error)));
        });
    });
}
function settleBy(make, resolve, reject) {
    try {
        resolve(make());
    }
    catch (error) {
        reject(error);
    }
}
//# sourceMappingURL=fate.js.map