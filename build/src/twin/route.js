export const unchanged = (bmc, reply) => ({ bmc, reply, effect: null });
export function findRoute(routes, path) {
    const asked = path.split('/');
    for (const route of routes) {
        const params = matchSegments(route.pattern.split('/'), asked);
        if (params !== null)
            return { route, params };
    }
    return null;
}
function matchSegments(pattern, asked) {
    if (pattern.length !== asked.length)
        return null;
    const params = {};
    for (const [index, segment] of pattern.entries()) {
        const given = asked[index];
        if (given === undefined)
            return null;
        if (segment.startsWith('{'))
            params[segment.slice(1, -1)] = given;
        else if (segment !== given)
            return null;
    }
    return params;
}
export const methodsOf = (route) => [
    ...(route.get || route.text ? ['GET', 'HEAD'] : []),
    ...(route.patch ? ['PATCH'] : []),
    ...(route.post ? ['POST'] : []),
    ...(route.delete ? ['DELETE'] : []),
];
//# sourceMappingURL=route.js.map