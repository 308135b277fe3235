/**
 * A self-signed certificate for 127.0.0.1 and localhost with its key, made for these tests and used nowhere else.
 * It is good for a hundred years; a test of expiry would need another.
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIBpDCCAUugAwIBAgIUWlIpW+Yi/PnJ+Ys3Hm2cA3mJ/T0wCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwObmFub21ldGFsLXRlc3QwIBcNMjYxMTIyMTg1NjUyWhgPMjEy
NjEwMjkxODU2NTJaMBkxFzAVBgNVBAMMDm5hbm9tZXRhbC10ZXN0MFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEGKkAfOHu8ITMvxXieAcbl3HvfubR1DXsnBDTLvy+
JW2jE33FfXcUmTnh8XBb9O4yX/jEVa75wEG+6wBRpmlz/KNvMG0wHQYDVR0OBBYE
FDXB5fwN+yS6OTVaaN/LmdudSp2QMB8GA1UdIwQYMBaAFDXB5fwN+yS6OTVaaN/L
mdudSp2QMA8GA1UdEwEB/wQFMAMBAf8wGgYDVR0RBBMwEYcEfwAAAYIJbG9jYWxo
b3N0MAoGCCqGSM49BAMCA0cAMEQCIHWoB24tVJL2IuHud1HfP0hUG1T18g9FjtUR
dqigxXONAiBeKGdjzVj08Qr1DlAPMCIEX3fvWuqed8LRfgQPxDYfZw==
-----END CERTIFICATE-----
`;

export const privateKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg4q3EciDGSrw/Way2
SOMtYKOaGZ+FFEXX15i5mIsWmPKhRANCAAQYqQB84e7whMy/FeJ4BxuXce9+5tHU
NeycENMu/L4lbaMTfcV9dxSZOeHxcFv07jJf+MRVrvnAQb7rAFGmaXP8
-----END PRIVATE KEY-----
`;

/** SHA-256 of its SubjectPublicKeyInfo. */
export const pin = 'c5b4d8a24dc01af7e480ef149545ae1073d36ea07a792cc7b8a06575b78dfee1';
