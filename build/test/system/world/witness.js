import { createServer, request, } from 'node:http';
export async function startWitness(repo, machines) {
    const seen = [];
    const ports = new Map();
    const logins = new Map();
    const impostors = new Map();
    const servers = [];
    for (const { name, port } of machines) {
        const server = createServer((incoming, response) => {
            const chunks = [];
            incoming.on('error', () => response.destroy());
            incoming.on('data', (chunk) => chunks.push(chunk));
            // Not called when the sender dies before the last byte.
            incoming.on('end', () => {
                const body = Buffer.concat(chunks);
                if (showsPassword(incoming))
                    logins.set(name, (logins.get(name) ?? 0) + 1);
                const impostor = impostors.get(name);
                if (impostor)
                    return impostor(incoming, response);
                const entry = note(repo, name, incoming, body);
                if (entry)
                    seen.push(entry);
                pass(port, incoming, body, response, entry);
            });
        });
        await new Promise((done) => server.listen(0, '127.0.0.1', done));
        ports.set(name, portOf(server));
        servers.push(server);
    }
    return {
        ports,
        seen,
        logins: (machine) => logins.get(machine) ?? 0,
        replace: (machine, impostor) => void impostors.set(machine, impostor),
        async close() {
            for (const server of servers) {
                server.close();
                server.closeAllConnections();
            }
        },
    };
}
export const portOf = (server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
};
const showsPassword = ({ method, url, headers }) => (method === 'POST' && /\/Sessions\/?$/.test(url ?? '')) || headers.authorization !== undefined;
function note(repo, machine, incoming, body) {
    const { method = '', url: path = '' } = incoming;
    if (method === 'GET' || method === 'HEAD' || path.includes('/Sessions'))
        return null;
    const text = body.toString();
    const verb = verbOf(method, path, text);
    return { machine, method, path, body: text, verb, grants: openGrants(repo, machine, verb), status: null };
}
/** The verb that a request carries out, as the model names it. */
export function verbOf(method, path, body) {
    if (path.endsWith('/Manager.Reset'))
        return 'ResetBmc';
    if (path.endsWith('/ComputerSystem.Reset')) {
        const type = /"ResetType":\s*"(\w+)"/.exec(body)?.[1] ?? '';
        if (type === 'On')
            return 'PowerOn';
        if (type === 'GracefulShutdown' || type === 'ForceOff')
            return 'PowerOff';
        return type === 'PowerCycle' ? 'PowerCycle' : 'Reboot';
    }
    if (path.includes('/Bios'))
        return 'SetBios';
    if (path.includes('/Tasks/'))
        return 'ClearTasks';
    if (method === 'PATCH')
        return body.includes('"Boot"') ? 'SetBootOnce' : 'Identify';
    return `${method} ${path}`;
}
function openGrants(repo, machine, verb) {
    const ended = new Set();
    const grants = [];
    for (const commit of repo.status()) {
        for (const outcome of commit.outcomes)
            ended.add(outcome.split(' ')[0] ?? '');
        for (const line of commit.grants) {
            const [grant = '', what, whom] = line.split(' ');
            if (what === verb && whom === machine && !ended.has(grant) && !grants.includes(grant))
                grants.push(grant);
        }
    }
    return grants;
}
function pass(port, incoming, body, response, entry) {
    const { host: _, connection: __, ...headers } = incoming.headers;
    const { method, url: path } = incoming;
    const onward = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (answer) => {
        if (entry)
            entry.status = answer.statusCode ?? null;
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on('error', () => response.destroy());
    });
    onward.on('error', () => response.destroy());
    response.on('error', () => onward.destroy());
    onward.end(body);
}
//# sourceMappingURL=witness.js.map