/** `null`: the address is not `http(s)://host[:port]`. */
export function endpointOf(bmc, within) {
    if (!URL.canParse(bmc.address))
        return null;
    const url = new URL(bmc.address);
    const bare = url.username === '' && url.password === '' && url.pathname === '/' && url.search === '';
    if (!bare || (url.protocol !== 'http:' && url.protocol !== 'https:'))
        return null;
    const pin = bmc.tlsPin === undefined ? {} : { pin: bmc.tlsPin };
    return { origin: url.origin, ...pin, insecure: bmc.insecure, within };
}
/** A password would be readable on its way, and nobody said that this is meant. */
export function isExposed({ origin, insecure }) {
    const { protocol, hostname } = new URL(origin);
    const loopback = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
    return protocol === 'http:' && !loopback && !insecure;
}
/** Requests in the form that Redfish asks for (DSP0266). Every request that may change something is `fresh`. */
export const wireTo = (http, endpoint) => ({ method, path, headers, body, limits, fresh }, signal) => {
    const { origin, pin, insecure, within } = endpoint;
    const content = body === undefined ? {} : { 'content-type': 'application/json' };
    const request = {
        method,
        url: `${origin}${path}`,
        headers: { accept: 'application/json', 'odata-version': '4.0', ...content, ...headers },
        limits,
        tls: { insecure, ...(pin === undefined ? {} : { pin }) },
        fresh: fresh === true || method !== 'GET',
        within,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    return http.request(request, signal);
};
//# sourceMappingURL=wire.js.map