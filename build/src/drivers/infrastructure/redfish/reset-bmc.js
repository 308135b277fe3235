import { notOffered, send } from "./send.js";
/** Manager.Reset. A BMC that does not say which types it takes is asked for a graceful one. */
export async function resetBmc(to) {
    const { managerReset } = to.place;
    if (managerReset === null)
        return notOffered('this BMC offers no reset of itself');
    const { values, target } = managerReset;
    const type = ['GracefulRestart', 'ForceRestart'].find((value) => values.length === 0 || values.includes(value));
    if (type === undefined)
        return notOffered(`a reset of this BMC is not offered; offered is ${values.join(', ')}`);
    const body = to.forms.has('reset-type-none') ? {} : { ResetType: type };
    const etag = to.manager?.etag === undefined ? {} : { etag: to.manager.etag };
    const otherwise = () => (values.length === 0 ? 'reset-type-none' : undefined);
    return send(to.client, { method: 'POST', path: target, body, otherwise, ...etag }, to.forms, to.signal);
}
//# sourceMappingURL=reset-bmc.js.map