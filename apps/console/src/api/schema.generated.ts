// Made by apps/server/write-openapi.ts from the routes of the server; do not edit.

export interface paths {
    "/api/auth/sign-in/username": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; 202 asks for the second factor, and there is no session yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        username: string;
                        password: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            code: "SECOND_FACTOR_REQUIRED";
                            challenge: string;
                            methods: ("totp" | "passkey" | "recovery-code")[];
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The second step: a code, a recovery code or a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        challenge: string;
                        proof: {
                            code: string;
                        } | {
                            recoveryCode: string;
                        } | {
                            passkey: {
                                id: string;
                                rawId: string;
                                /** @enum {string} */
                                type: "public-key";
                                clientExtensionResults: {
                                    [key: string]: unknown;
                                };
                                response: {
                                    clientDataJSON: string;
                                    authenticatorData: string;
                                    signature: string;
                                    userHandle?: string;
                                };
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/second-factor/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs for a passkey as the second step */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        challenge: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to sign in with a passkey alone */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in with a passkey alone */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        id: string;
                        rawId: string;
                        /** @enum {string} */
                        type: "public-key";
                        clientExtensionResults: {
                            [key: string]: unknown;
                        };
                        response: {
                            clientDataJSON: string;
                            authenticatorData: string;
                            signature: string;
                            userHandle?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change the own password; ends every other session of this person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        currentPassword: string;
                        newPassword: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/step-up/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to confirm with a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Prove again who you are; opens sensitive actions for ten minutes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        password: string;
                    } | {
                        code: string;
                    } | {
                        passkey: {
                            id: string;
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                clientDataJSON: string;
                                authenticatorData: string;
                                signature: string;
                                userHandle?: string;
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Me"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The own second factors */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            totp: {
                                /** Format: date-time */
                                since: string;
                            } | null;
                            recoveryCodesLeft: number;
                            passkeys: {
                                id: string;
                                name: string;
                                /** Format: date-time */
                                createdAt: string;
                                lastUsedAt: string | null;
                                backedUp: boolean;
                            }[];
                            passkeyObstacle: ("address-is-a-number" | "not-https" | "name-not-set") | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A secret for an authenticator app, shown once; it counts after the first code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            secret: string;
                            uri: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Turn the authenticator app off */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/totp/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Turn the authenticator app on; answers with the first recovery codes, shown once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            codes: string[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ten new recovery codes, shown once; the ones before are worthless from now on */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            codes: string[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a browser needs to make a passkey */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            challenge: string;
                        } & {
                            [key: string]: unknown;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a passkey that was just made */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        registration: {
                            id: string;
                            rawId: string;
                            /** @enum {string} */
                            type: "public-key";
                            clientExtensionResults: {
                                [key: string]: unknown;
                            };
                            response: {
                                clientDataJSON: string;
                                attestationObject: string;
                                transports?: string[];
                            };
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            name: string;
                            /** Format: date-time */
                            createdAt: string;
                            lastUsedAt: string | null;
                            backedUp: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a passkey */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Rename a passkey */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where I am signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastSeenAt: string;
                            /** @enum {string} */
                            method: "password" | "password+totp" | "password+passkey" | "password+recovery-code" | "passkey";
                            browser: string | null;
                            system: string | null;
                            current: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Sign out everywhere else */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session of mine */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a person is signed in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            id: string;
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            lastSeenAt: string;
                            /** @enum {string} */
                            method: "password" | "password+totp" | "password+passkey" | "password+recovery-code" | "passkey";
                            browser: string | null;
                            system: string | null;
                            current: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Sign a person out everywhere */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            ended: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End one session of a person */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    session: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take all second factors off an account whose owner has lost them; signs the person out */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who may sign in */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserAccount"][];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Create a user; the answer holds the one-time password, which is never shown again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        username: string;
                        /**
                         * @default operator
                         * @enum {string}
                         */
                        role?: "operator" | "supervisor" | "investigator" | "traffic-reviewer" | "analyst" | "governance-officer" | "auditor" | "administrator";
                        person?: string;
                        /** @default all */
                        sites?: "all" | string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            user: components["schemas"]["UserAccount"];
                            oneTimePassword: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change, disable or enable an account; ends its sessions */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        /** @enum {string} */
                        role?: "operator" | "supervisor" | "investigator" | "traffic-reviewer" | "analyst" | "governance-officer" | "auditor" | "administrator";
                        person?: string;
                        sites?: "all" | string[];
                        disabled?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["UserAccount"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/users/{id}/one-time-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an account a new one-time password, shown once; ends its sessions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            user: components["schemas"]["UserAccount"];
                            oneTimePassword: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policies in force, word for word */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            digest: string;
                            since: string | null;
                            schema: string;
                            policies: {
                                id: string;
                                /** @enum {string} */
                                effect: "permit" | "forbid";
                                reason: string;
                                file: string;
                                text: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who could do what on a day, by the policies and accounts of that day */
        get: {
            parameters: {
                query: {
                    day: string;
                    username?: string;
                    action?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            day: string;
                            policies: {
                                digest: string;
                                /** Format: date-time */
                                since: string;
                            }[];
                            actions: string[];
                            lines: {
                                userId: string;
                                username: string;
                                name: string;
                                person: string;
                                role: string;
                                sites: "all" | string[];
                                disabled: boolean;
                                accountDigest: string;
                                /** Format: date-time */
                                since: string;
                                provenBy: number | null;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                policies: string | null;
                                actions: string[];
                                conditional: {
                                    action: string;
                                    code: string;
                                    reason: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases that one is a member of */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            title: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: date-time */
                            openedAt: string;
                            openedBy: string;
                            closedAt: string | null;
                            members: {
                                userId: string;
                                name: string;
                                role: string;
                                /** Format: date-time */
                                since: string;
                            }[];
                            alerts: number;
                            demo: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Open a case */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        /** Format: uuid */
                        siteId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            title: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: date-time */
                            openedAt: string;
                            openedBy: string;
                            closedAt: string | null;
                            members: {
                                userId: string;
                                name: string;
                                role: string;
                                /** Format: date-time */
                                since: string;
                            }[];
                            alerts: number;
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One case with its attached alerts */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            title: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: date-time */
                            openedAt: string;
                            openedBy: string;
                            closedAt: string | null;
                            members: {
                                userId: string;
                                name: string;
                                role: string;
                                /** Format: date-time */
                                since: string;
                            }[];
                            alerts: number;
                            demo: boolean;
                            attached: {
                                /** Format: uuid */
                                alertId: string;
                                /** Format: date-time */
                                attachedAt: string;
                                alert: components["schemas"]["Alert"] | null;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Rename, close or reopen a case */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title?: string;
                        closed?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            title: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: date-time */
                            openedAt: string;
                            openedBy: string;
                            closedAt: string | null;
                            members: {
                                userId: string;
                                name: string;
                                role: string;
                                /** Format: date-time */
                                since: string;
                            }[];
                            alerts: number;
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/cases/candidates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who may be made a member of a case of a site */
        get: {
            parameters: {
                query: {
                    siteId: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            userId: string;
                            name: string;
                            role: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make somebody a member of a case */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        userId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            title: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: date-time */
                            openedAt: string;
                            openedBy: string;
                            closedAt: string | null;
                            members: {
                                userId: string;
                                name: string;
                                role: string;
                                /** Format: date-time */
                                since: string;
                            }[];
                            alerts: number;
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take somebody off a case */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    userId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            title: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: date-time */
                            openedAt: string;
                            openedBy: string;
                            closedAt: string | null;
                            members: {
                                userId: string;
                                name: string;
                                role: string;
                                /** Format: date-time */
                                since: string;
                            }[];
                            alerts: number;
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Attach an alert to a case */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        alertId: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            number: string;
                            title: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: date-time */
                            openedAt: string;
                            openedBy: string;
                            closedAt: string | null;
                            members: {
                                userId: string;
                                name: string;
                                role: string;
                                /** Format: date-time */
                                since: string;
                            }[];
                            alerts: number;
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The installation at a glance */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PlatformStatus"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The control rooms */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Site"][];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a control room, with its default group of cameras */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Site"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether the server can serve: its database answers */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ok";
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give a control room another name */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Site"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/updates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events; each `data` is a LiveUpdate */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Server-sent events */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/event-stream": string;
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All cameras */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Camera"][];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a camera */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        url: string;
                        /** Format: uuid */
                        siteId?: string;
                        /** Format: uuid */
                        groupId?: string;
                        position?: [
                            number,
                            number
                        ];
                        /** @default 5 */
                        analysisRate?: number;
                        /** @default false */
                        readsPlates?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Camera"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One camera */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Camera"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Remove a camera; its alerts and evidence stay */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Change a camera */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name?: string;
                        url?: string;
                        position?: [
                            number,
                            number
                        ] | null;
                        /** Format: uuid */
                        groupId?: string;
                        analysisRate?: number;
                        readsPlates?: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Camera"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/camera-groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The groups of cameras */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            siteName: string;
                            name: string;
                            isDefault: boolean;
                            cameras: number;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a group of cameras to a site */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        siteId: string;
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            siteName: string;
                            name: string;
                            isDefault: boolean;
                            cameras: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/camera-groups/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give a group of cameras another name */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            siteName: string;
                            name: string;
                            isDefault: boolean;
                            cameras: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/camera-groups/{id}/cameras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move cameras of the same site into a group */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        cameraIds: string[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            siteName: string;
                            name: string;
                            isDefault: boolean;
                            cameras: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newest picture (JPEG), masked unless an un-masking of this person is in force */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A JPEG picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/{id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Draw a line or zone on a camera */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "line";
                        name: string;
                        /** @default [] */
                        classes?: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase")[];
                        /** @default true */
                        alert?: boolean;
                        /**
                         * @default medium
                         * @enum {string}
                         */
                        priority?: "critical" | "high" | "medium" | "low";
                        line: [
                            [
                                number,
                                number
                            ],
                            [
                                number,
                                number
                            ]
                        ];
                        /**
                         * @default both
                         * @enum {string}
                         */
                        directions?: "both" | "forward" | "backward";
                    } | {
                        /** @enum {string} */
                        kind: "zone";
                        name: string;
                        /** @default [] */
                        classes?: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase")[];
                        /** @default true */
                        alert?: boolean;
                        /**
                         * @default medium
                         * @enum {string}
                         */
                        priority?: "critical" | "high" | "medium" | "low";
                        zone: [
                            number,
                            number
                        ][];
                    } | {
                        /** @enum {string} */
                        kind: "loitering";
                        name: string;
                        /** @default [] */
                        classes?: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase")[];
                        /** @default true */
                        alert?: boolean;
                        /**
                         * @default medium
                         * @enum {string}
                         */
                        priority?: "critical" | "high" | "medium" | "low";
                        zone: [
                            number,
                            number
                        ][];
                        seconds: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SceneRule"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cameras/{id}/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a rule; makes its next version */
        put: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                    ruleId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "line";
                        name: string;
                        /** @default [] */
                        classes?: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase")[];
                        /** @default true */
                        alert?: boolean;
                        /**
                         * @default medium
                         * @enum {string}
                         */
                        priority?: "critical" | "high" | "medium" | "low";
                        line: [
                            [
                                number,
                                number
                            ],
                            [
                                number,
                                number
                            ]
                        ];
                        /**
                         * @default both
                         * @enum {string}
                         */
                        directions?: "both" | "forward" | "backward";
                    } | {
                        /** @enum {string} */
                        kind: "zone";
                        name: string;
                        /** @default [] */
                        classes?: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase")[];
                        /** @default true */
                        alert?: boolean;
                        /**
                         * @default medium
                         * @enum {string}
                         */
                        priority?: "critical" | "high" | "medium" | "low";
                        zone: [
                            number,
                            number
                        ][];
                    } | {
                        /** @enum {string} */
                        kind: "loitering";
                        name: string;
                        /** @default [] */
                        classes?: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase")[];
                        /** @default true */
                        alert?: boolean;
                        /**
                         * @default medium
                         * @enum {string}
                         */
                        priority?: "critical" | "high" | "medium" | "low";
                        zone: [
                            number,
                            number
                        ][];
                        seconds: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SceneRule"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Remove a rule; its past versions stay readable from alerts */
        delete: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                    ruleId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The alert queue, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "new" | "confirmed" | "rejected";
                    cameraId?: string;
                    priority?: "critical" | "high" | "medium" | "low";
                    simulated?: "true" | "false";
                    from?: string;
                    to?: string;
                    cursor?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AlertPage"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One alert */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm or reject an alert */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "confirmed";
                        /** @default  */
                        note?: string;
                    } | {
                        /** @enum {string} */
                        decision: "rejected";
                        /** @enum {string} */
                        reason: "wrong-object" | "nothing-there" | "permitted-activity" | "bad-rule" | "duplicate";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Alert"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was done about an alert, in order */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            step: "acknowledged" | "dispatched" | "closed";
                            unit: string | null;
                            note: string;
                            byName: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Acknowledge an alert, record a unit that was sent, or close it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        step: "acknowledged";
                    } | {
                        /** @enum {string} */
                        step: "dispatched";
                        unit: string;
                    } | {
                        /** @enum {string} */
                        step: "closed";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            step: "acknowledged" | "dispatched" | "closed";
                            unit: string | null;
                            note: string;
                            byName: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/{observationId}/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An evidence item, masked; the original to whom it is un-masked. One Range is understood */
        get: {
            parameters: {
                query?: {
                    view?: "masked" | "original";
                    download?: string;
                };
                header?: never;
                path: {
                    observationId: string;
                    kind: "model-frame" | "picture" | "clip" | "plate-crop";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The whole */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/png": string;
                        "image/jpeg": string;
                        "video/mp4": string;
                    };
                };
                /** @description The range that was asked for */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/png": string;
                        "image/jpeg": string;
                        "video/mp4": string;
                    };
                };
                /** @description Default Response */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/evidence/{observationId}/{kind}/masking-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was covered in the masked version, and which models, configuration and permit made it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    observationId: string;
                    kind: "model-frame" | "picture" | "clip" | "plate-crop";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            observationId: string;
                            /** @enum {string} */
                            kind: "model-frame" | "picture" | "clip" | "plate-crop";
                            /** Format: date-time */
                            capturedAt: string;
                            originalDigest: string;
                            maskedDigest: string;
                            /** @enum {string} */
                            mediaType: "image/jpeg" | "image/png" | "video/mp4";
                            bytes: number;
                            /** Format: uuid */
                            cameraId: string;
                            /** Format: uuid */
                            permitId: string;
                            models: {
                                id: string;
                                digest: string;
                            }[];
                            configurationDigest: string;
                            report: {
                                width: number;
                                height: number;
                                frames: number;
                                analysed: number;
                                /** @enum {string} */
                                style: "fill" | "pixelate" | "blur";
                                /** @enum {string} */
                                audio: "none" | "dropped" | "kept";
                                complete: boolean;
                                covered: {
                                    /** @enum {string} */
                                    kind: "face" | "plate" | "body" | "screen";
                                    from: number;
                                    to: number;
                                    box: [
                                        number,
                                        number,
                                        number,
                                        number
                                    ];
                                    confidence: number;
                                    sightings: number;
                                }[];
                                look: {
                                    timeMs: number;
                                    /** @enum {string} */
                                    reason: "vanished" | "interpolated" | "unsure" | "faint" | "scene-cut" | "blurred";
                                }[];
                            };
                            /** Format: date-time */
                            madeAt: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unmaskings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What you asked to see un-masked, or all of your sites for who decides on it; newest first */
        get: {
            parameters: {
                query?: {
                    state?: "waiting" | "in-force" | "ended";
                    caseId?: string;
                    mine?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            reason: string;
                            subject: {
                                /** @enum {string} */
                                kind: "evidence";
                                /** Format: uuid */
                                observationId: string;
                                /** @enum {string} */
                                evidence: "model-frame" | "picture" | "clip";
                            } | {
                                /** @enum {string} */
                                kind: "face-match";
                                /** Format: uuid */
                                matchId: string;
                            } | {
                                /** @enum {string} */
                                kind: "live";
                                /** Format: uuid */
                                cameraId: string;
                                minutes: number;
                            };
                            /** Format: uuid */
                            id: string;
                            caseNumber: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            cameraId: string;
                            cameraName: string;
                            alertId: string | null;
                            minutes: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            approvalNeeded: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            mine: boolean;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            openedAt: string | null;
                            until: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "left-case") | null;
                            openings: number;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask to see something un-masked: in force at once, or when a second person approves it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        caseId: string;
                        reason: string;
                        subject: {
                            /** @enum {string} */
                            kind: "evidence";
                            /** Format: uuid */
                            observationId: string;
                            /** @enum {string} */
                            evidence: "model-frame" | "picture" | "clip";
                        } | {
                            /** @enum {string} */
                            kind: "face-match";
                            /** Format: uuid */
                            matchId: string;
                        } | {
                            /** @enum {string} */
                            kind: "live";
                            /** Format: uuid */
                            cameraId: string;
                            minutes: number;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            reason: string;
                            subject: {
                                /** @enum {string} */
                                kind: "evidence";
                                /** Format: uuid */
                                observationId: string;
                                /** @enum {string} */
                                evidence: "model-frame" | "picture" | "clip";
                            } | {
                                /** @enum {string} */
                                kind: "face-match";
                                /** Format: uuid */
                                matchId: string;
                            } | {
                                /** @enum {string} */
                                kind: "live";
                                /** Format: uuid */
                                cameraId: string;
                                minutes: number;
                            };
                            /** Format: uuid */
                            id: string;
                            caseNumber: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            cameraId: string;
                            cameraName: string;
                            alertId: string | null;
                            minutes: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            approvalNeeded: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            mine: boolean;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            openedAt: string | null;
                            until: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "left-case") | null;
                            openings: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unmaskings/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much you may see un-masked today without a second person */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            aloneMinutes: number;
                            usedMinutes: number;
                            itemMinutes: number;
                            itemCounts: number;
                            mostLiveMinutes: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unmaskings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One un-masking */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            reason: string;
                            subject: {
                                /** @enum {string} */
                                kind: "evidence";
                                /** Format: uuid */
                                observationId: string;
                                /** @enum {string} */
                                evidence: "model-frame" | "picture" | "clip";
                            } | {
                                /** @enum {string} */
                                kind: "face-match";
                                /** Format: uuid */
                                matchId: string;
                            } | {
                                /** @enum {string} */
                                kind: "live";
                                /** Format: uuid */
                                cameraId: string;
                                minutes: number;
                            };
                            /** Format: uuid */
                            id: string;
                            caseNumber: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            cameraId: string;
                            cameraName: string;
                            alertId: string | null;
                            minutes: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            approvalNeeded: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            mine: boolean;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            openedAt: string | null;
                            until: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "left-case") | null;
                            openings: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unmaskings/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse what somebody else asked to see un-masked */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approved" | "refused";
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            reason: string;
                            subject: {
                                /** @enum {string} */
                                kind: "evidence";
                                /** Format: uuid */
                                observationId: string;
                                /** @enum {string} */
                                evidence: "model-frame" | "picture" | "clip";
                            } | {
                                /** @enum {string} */
                                kind: "face-match";
                                /** Format: uuid */
                                matchId: string;
                            } | {
                                /** @enum {string} */
                                kind: "live";
                                /** Format: uuid */
                                cameraId: string;
                                minutes: number;
                            };
                            /** Format: uuid */
                            id: string;
                            caseNumber: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            cameraId: string;
                            cameraName: string;
                            alertId: string | null;
                            minutes: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            approvalNeeded: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            mine: boolean;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            openedAt: string | null;
                            until: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "left-case") | null;
                            openings: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unmaskings/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an un-masking at once, also while the original is being sent */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            reason: string;
                            subject: {
                                /** @enum {string} */
                                kind: "evidence";
                                /** Format: uuid */
                                observationId: string;
                                /** @enum {string} */
                                evidence: "model-frame" | "picture" | "clip";
                            } | {
                                /** @enum {string} */
                                kind: "face-match";
                                /** Format: uuid */
                                matchId: string;
                            } | {
                                /** @enum {string} */
                                kind: "live";
                                /** Format: uuid */
                                cameraId: string;
                                minutes: number;
                            };
                            /** Format: uuid */
                            id: string;
                            caseNumber: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            cameraId: string;
                            cameraName: string;
                            alertId: string | null;
                            minutes: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            approvalNeeded: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            mine: boolean;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            openedAt: string | null;
                            until: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "left-case") | null;
                            openings: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plates/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches on record, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "search" | "journey" | "convoy";
                            /** Format: date-time */
                            at: string;
                            by: string;
                            caseNumber: string;
                            purpose: string;
                            reason: string;
                            sites: ("all" | string[]) | null;
                            filter: {
                                plate?: string;
                                /** @default 0 */
                                tolerance: number;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                /** @default [] */
                                cameras: string[];
                                area?: [
                                    number,
                                    number,
                                    number,
                                    number
                                ];
                                /** @enum {string} */
                                class?: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                                /** @enum {string} */
                                colour?: "white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown";
                            };
                            results: number;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Search for sightings, for a case and with a reason */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        filter: {
                            plate?: string;
                            /** @default 0 */
                            tolerance?: number;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** @default [] */
                            cameras?: string[];
                            area?: [
                                number,
                                number,
                                number,
                                number
                            ];
                            /** @enum {string} */
                            class?: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                            /** @enum {string} */
                            colour?: "white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown";
                        };
                        reason: string;
                        /**
                         * @default case-site
                         * @enum {string}
                         */
                        scope?: "case-site" | "my-sites";
                        /** @default 100 */
                        limit?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            searchId: string;
                            sightings: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                capturedAt: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: uuid */
                                cameraId: string;
                                cameraName: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                simulated: boolean;
                                reading: {
                                    text: string;
                                    confidence: number;
                                    format: string | null;
                                    rows: 1 | 2;
                                };
                                corrected: string | null;
                                vehicle: {
                                    class: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase") | null;
                                    classConfidence: number;
                                    colour: ("white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown") | null;
                                    colourConfidence: number;
                                    heading: ("towards" | "away" | "left" | "right") | null;
                                    box: [
                                        number,
                                        number,
                                        number,
                                        number
                                    ] | null;
                                };
                                fusedConfidence: number;
                                /** @enum {string} */
                                suspicion?: "possible-clone-or-misread";
                                crop: string | null;
                                picture: string | null;
                            }[];
                            truncated: boolean;
                            costs: number[];
                            incomplete?: {
                                /** Format: date-time */
                                searchedFrom: string;
                                message: string;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plates/searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One search on record */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "search" | "journey" | "convoy";
                            /** Format: date-time */
                            at: string;
                            by: string;
                            caseNumber: string;
                            purpose: string;
                            reason: string;
                            sites: ("all" | string[]) | null;
                            filter: {
                                plate?: string;
                                /** @default 0 */
                                tolerance: number;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                /** @default [] */
                                cameras: string[];
                                area?: [
                                    number,
                                    number,
                                    number,
                                    number
                                ];
                                /** @enum {string} */
                                class?: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                                /** @enum {string} */
                                colour?: "white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown";
                            };
                            results: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plates/journeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where a vehicle went */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        plate: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        reason: string;
                        /**
                         * @default case-site
                         * @enum {string}
                         */
                        scope?: "case-site" | "my-sites";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plate: string;
                            sightings: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                capturedAt: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: uuid */
                                cameraId: string;
                                cameraName: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                simulated: boolean;
                                reading: {
                                    text: string;
                                    confidence: number;
                                    format: string | null;
                                    rows: 1 | 2;
                                };
                                corrected: string | null;
                                vehicle: {
                                    class: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase") | null;
                                    classConfidence: number;
                                    colour: ("white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown") | null;
                                    colourConfidence: number;
                                    heading: ("towards" | "away" | "left" | "right") | null;
                                    box: [
                                        number,
                                        number,
                                        number,
                                        number
                                    ] | null;
                                };
                                fusedConfidence: number;
                                /** @enum {string} */
                                suspicion?: "possible-clone-or-misread";
                                crop: string | null;
                                picture: string | null;
                            }[];
                            legs: {
                                /** Format: uuid */
                                fromId: string;
                                /** Format: uuid */
                                toId: string;
                                seconds: number;
                                metres: number | null;
                                speed: number | null;
                                route: [
                                    number,
                                    number
                                ][];
                                onRoads: boolean;
                                gap: boolean;
                                impossible: boolean;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plates/convoys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Vehicles that were near one again and again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        plate: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        reason: string;
                        /**
                         * @default case-site
                         * @enum {string}
                         */
                        scope?: "case-site" | "my-sites";
                        cameras: number;
                        seconds: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plate: string;
                            cameras: number;
                            meetings: {
                                /** Format: uuid */
                                cameraId: string;
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                otherAt: string;
                                secondsApart: number;
                            }[];
                            expected: number;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/reachable-cameras": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Cameras that the vehicle of a plate alert can come past next */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            cameraId: string;
                            cameraName: string;
                            position: [
                                number,
                                number
                            ];
                            metres: number;
                            /** Format: date-time */
                            earliestAt: string;
                            onRoads: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plates/reads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plate reads of the last fifteen minutes, newest first */
        get: {
            parameters: {
                query?: {
                    cameraId?: string;
                    siteId?: string;
                    class?: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                    colour?: "white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown";
                    leastConfidence?: number;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            capturedAt: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            cameraId: string;
                            cameraName: string;
                            position: [
                                number,
                                number
                            ] | null;
                            simulated: boolean;
                            reading: {
                                text: string;
                                confidence: number;
                                format: string | null;
                                rows: 1 | 2;
                            };
                            corrected: string | null;
                            vehicle: {
                                class: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase") | null;
                                classConfidence: number;
                                colour: ("white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown") | null;
                                colourConfidence: number;
                                heading: ("towards" | "away" | "left" | "right") | null;
                                box: [
                                    number,
                                    number,
                                    number,
                                    number
                                ] | null;
                            };
                            fusedConfidence: number;
                            /** @enum {string} */
                            suspicion?: "possible-clone-or-misread";
                            crop: string | null;
                            picture: string | null;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sightings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sighting */
        get: {
            parameters: {
                query: {
                    capturedAt: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            capturedAt: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            cameraId: string;
                            cameraName: string;
                            position: [
                                number,
                                number
                            ] | null;
                            simulated: boolean;
                            reading: {
                                text: string;
                                confidence: number;
                                format: string | null;
                                rows: 1 | 2;
                            };
                            corrected: string | null;
                            vehicle: {
                                class: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase") | null;
                                classConfidence: number;
                                colour: ("white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown") | null;
                                colourConfidence: number;
                                heading: ("towards" | "away" | "left" | "right") | null;
                                box: [
                                    number,
                                    number,
                                    number,
                                    number
                                ] | null;
                            };
                            fusedConfidence: number;
                            /** @enum {string} */
                            suspicion?: "possible-clone-or-misread";
                            crop: string | null;
                            picture: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sightings/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say what a plate reads; the reading stays beside it */
        put: {
            parameters: {
                query: {
                    capturedAt: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        plate: string;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            capturedAt: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            cameraId: string;
                            cameraName: string;
                            position: [
                                number,
                                number
                            ] | null;
                            simulated: boolean;
                            reading: {
                                text: string;
                                confidence: number;
                                format: string | null;
                                rows: 1 | 2;
                            };
                            corrected: string | null;
                            vehicle: {
                                class: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase") | null;
                                classConfidence: number;
                                colour: ("white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown") | null;
                                colourConfidence: number;
                                heading: ("towards" | "away" | "left" | "right") | null;
                                box: [
                                    number,
                                    number,
                                    number,
                                    number
                                ] | null;
                            };
                            fusedConfidence: number;
                            /** @enum {string} */
                            suspicion?: "possible-clone-or-misread";
                            crop: string | null;
                            picture: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sightings/{id}/crop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The crop of a sighting */
        get: {
            parameters: {
                query: {
                    capturedAt: string;
                    view?: "masked" | "original";
                    download?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The whole */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/png": string;
                        "image/jpeg": string;
                        "video/mp4": string;
                    };
                };
                /** @description The range that was asked for */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/png": string;
                        "image/jpeg": string;
                        "video/mp4": string;
                    };
                };
                /** @description Default Response */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sightings/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The picture of a sighting, masked */
        get: {
            parameters: {
                query: {
                    capturedAt: string;
                    view?: "masked" | "original";
                    download?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The whole */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/png": string;
                        "image/jpeg": string;
                        "video/mp4": string;
                    };
                };
                /** @description The range that was asked for */
                206: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/png": string;
                        "image/jpeg": string;
                        "video/mp4": string;
                    };
                };
                /** @description Default Response */
                304: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Default Response */
                416: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/plate-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Plates whose sightings stay for a case */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            plate: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: date-time */
                            madeAt: string;
                            madeBy: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep the sightings of a plate for a case */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        plate: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            plate: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: date-time */
                            madeAt: string;
                            madeBy: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases/{id}/plate-holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End a hold of a case */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    holdId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            plate: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: date-time */
                            madeAt: string;
                            madeBy: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/plates/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the job that deletes old reads did last */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            days: number;
                            last: {
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                finishedAt: string;
                                /** Format: date-time */
                                before: string;
                                deleted: number;
                                kept: number;
                                objects: number;
                                cold: number;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotlists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The hotlists of your sites, open ones first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            kind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                            owner: string;
                            reason: string;
                            legalBasis: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "medium" | "low";
                            /** Format: date */
                            expiresOn: string;
                            /** Format: date */
                            reviewOn: string;
                            /** @default 1 */
                            tolerance: number;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            version: number;
                            entries: number;
                            waiting: number;
                            active: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a hotlist */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                        owner: string;
                        reason: string;
                        legalBasis: string;
                        /** @enum {string} */
                        priority: "critical" | "high" | "medium" | "low";
                        /** Format: date */
                        expiresOn: string;
                        /** Format: date */
                        reviewOn: string;
                        /** @default 1 */
                        tolerance?: number;
                        /** @default null */
                        siteId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            kind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                            owner: string;
                            reason: string;
                            legalBasis: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "medium" | "low";
                            /** Format: date */
                            expiresOn: string;
                            /** Format: date */
                            reviewOn: string;
                            /** @default 1 */
                            tolerance: number;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            version: number;
                            entries: number;
                            waiting: number;
                            active: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotlists/matching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether reads are held against the hotlists, and if not, why */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            running: boolean;
                            reason: string;
                            since: string | null;
                            entries: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotlists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One hotlist */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            kind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                            owner: string;
                            reason: string;
                            legalBasis: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "medium" | "low";
                            /** Format: date */
                            expiresOn: string;
                            /** Format: date */
                            reviewOn: string;
                            /** @default 1 */
                            tolerance: number;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            version: number;
                            entries: number;
                            waiting: number;
                            active: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Make the next version of a hotlist; the ones before stay on record */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        /** @enum {string} */
                        kind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                        owner: string;
                        reason: string;
                        legalBasis: string;
                        /** @enum {string} */
                        priority: "critical" | "high" | "medium" | "low";
                        /** Format: date */
                        expiresOn: string;
                        /** Format: date */
                        reviewOn: string;
                        /** @default 1 */
                        tolerance?: number;
                        /** @default null */
                        siteId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            kind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                            owner: string;
                            reason: string;
                            legalBasis: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "medium" | "low";
                            /** Format: date */
                            expiresOn: string;
                            /** Format: date */
                            reviewOn: string;
                            /** @default 1 */
                            tolerance: number;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            version: number;
                            entries: number;
                            waiting: number;
                            active: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotlists/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Close a hotlist for good: nothing on it matches any more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            kind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                            owner: string;
                            reason: string;
                            legalBasis: string;
                            /** @enum {string} */
                            priority: "critical" | "high" | "medium" | "low";
                            /** Format: date */
                            expiresOn: string;
                            /** Format: date */
                            reviewOn: string;
                            /** @default 1 */
                            tolerance: number;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            version: number;
                            entries: number;
                            waiting: number;
                            active: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotlists/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The entries of a hotlist, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "waiting" | "active" | "refused" | "removed" | "expired";
                    search?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plate: string;
                            /** @default  */
                            note: string;
                            /** @default  */
                            caseNumber: string;
                            /** @default null */
                            expiresOn: string | null;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            hotlistId: string;
                            /** @enum {string} */
                            state: "waiting" | "active" | "refused" | "removed" | "expired";
                            /** Format: date-time */
                            addedAt: string;
                            addedBy: string;
                            decidedBy: string | null;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Put a plate on a hotlist; on one of wanted vehicles it waits for a second person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        plate: string;
                        /** @default  */
                        note?: string;
                        /** @default  */
                        caseNumber?: string;
                        /** @default null */
                        expiresOn?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plate: string;
                            /** @default  */
                            note: string;
                            /** @default  */
                            caseNumber: string;
                            /** @default null */
                            expiresOn: string | null;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            hotlistId: string;
                            /** @enum {string} */
                            state: "waiting" | "active" | "refused" | "removed" | "expired";
                            /** Format: date-time */
                            addedAt: string;
                            addedBy: string;
                            decidedBy: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotlists/{id}/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep the good lines of a file; the answer names the others with their reasons */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "text/csv": string;
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            added: number;
                            known: number;
                            waiting: number;
                            bad: {
                                line: number;
                                text: string;
                                reason: string;
                            }[];
                            badLines: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotlists/{id}/entries/{entryId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse an entry that waits; whoever added it cannot */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    entryId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approved" | "refused";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            plate: string;
                            /** @default  */
                            note: string;
                            /** @default  */
                            caseNumber: string;
                            /** @default null */
                            expiresOn: string | null;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            hotlistId: string;
                            /** @enum {string} */
                            state: "waiting" | "active" | "refused" | "removed" | "expired";
                            /** Format: date-time */
                            addedAt: string;
                            addedBy: string;
                            decidedBy: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/hotlists/{id}/entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a plate off a hotlist; the entry stays on record */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    entryId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The watchlists of your sites, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            purpose: string;
                            criteria: string;
                            owner: string;
                            legalBasis: string;
                            /** Format: date */
                            expiresOn: string;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "unreviewed" | "ready" | "expired";
                            entries: number;
                            waiting: number;
                            pictures: number;
                            openFindings: number;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            changedAt: string;
                            reviewedAt: string | null;
                            reviewedBy: string | null;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Make a watchlist, which has a key of its own and ends after 90 days at the latest */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        purpose: string;
                        criteria: string;
                        owner: string;
                        legalBasis: string;
                        /** Format: date */
                        expiresOn: string;
                        /** @default null */
                        siteId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            purpose: string;
                            criteria: string;
                            owner: string;
                            legalBasis: string;
                            /** Format: date */
                            expiresOn: string;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "unreviewed" | "ready" | "expired";
                            entries: number;
                            waiting: number;
                            pictures: number;
                            openFindings: number;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            changedAt: string;
                            reviewedAt: string | null;
                            reviewedBy: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One watchlist */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            purpose: string;
                            criteria: string;
                            owner: string;
                            legalBasis: string;
                            /** Format: date */
                            expiresOn: string;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "unreviewed" | "ready" | "expired";
                            entries: number;
                            waiting: number;
                            pictures: number;
                            openFindings: number;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            changedAt: string;
                            reviewedAt: string | null;
                            reviewedBy: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Change or renew a watchlist; it then wants another review */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        purpose: string;
                        criteria: string;
                        owner: string;
                        legalBasis: string;
                        /** Format: date */
                        expiresOn: string;
                        /** @default null */
                        siteId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            purpose: string;
                            criteria: string;
                            owner: string;
                            legalBasis: string;
                            /** Format: date */
                            expiresOn: string;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "unreviewed" | "ready" | "expired";
                            entries: number;
                            waiting: number;
                            pictures: number;
                            openFindings: number;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            changedAt: string;
                            reviewedAt: string | null;
                            reviewedBy: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Confirm that you looked through a watchlist that others changed; without it nobody is searched */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            purpose: string;
                            criteria: string;
                            owner: string;
                            legalBasis: string;
                            /** Format: date */
                            expiresOn: string;
                            /** Format: uuid */
                            id: string;
                            siteId: string | null;
                            revision: number;
                            /** @enum {string} */
                            state: "unreviewed" | "ready" | "expired";
                            entries: number;
                            waiting: number;
                            pictures: number;
                            openFindings: number;
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            /** Format: date-time */
                            changedAt: string;
                            reviewedAt: string | null;
                            reviewedBy: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/destruction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Destroy a watchlist for good: first its key, then all of it; authorisations on it end */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What enrolment noticed: one person under two entries, two people in one; open ones first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** @enum {string} */
                            kind: "one-person-two-entries" | "two-people-one-entry";
                            /** Format: uuid */
                            pictureId: string;
                            /** Format: uuid */
                            entryId: string;
                            /** Format: uuid */
                            otherPictureId: string;
                            /** Format: uuid */
                            otherEntryId: string;
                            similarity: number;
                            threshold: number;
                            /** Format: date-time */
                            foundAt: string;
                            decision: ("same-person" | "different-people") | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/findings/{findingId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say what is true; a picture that does not belong to its entry goes */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    findingId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "same-person" | "different-people";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** @enum {string} */
                            kind: "one-person-two-entries" | "two-people-one-entry";
                            /** Format: uuid */
                            pictureId: string;
                            /** Format: uuid */
                            entryId: string;
                            /** Format: uuid */
                            otherPictureId: string;
                            /** Format: uuid */
                            otherEntryId: string;
                            similarity: number;
                            threshold: number;
                            /** Format: date-time */
                            foundAt: string;
                            decision: ("same-person" | "different-people") | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The people on a watchlist, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "waiting" | "active";
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reference: string;
                            /** @default  */
                            note: string;
                            child: boolean;
                            missing: boolean;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** @enum {string} */
                            state: "waiting" | "active" | "refused" | "removed";
                            pictures: number;
                            /** Format: date-time */
                            addedAt: string;
                            addedBy: string;
                            decidedBy: string | null;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Put a person on a watchlist; a child waits for a second person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reference: string;
                        /** @default  */
                        note?: string;
                        child: boolean;
                        missing: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reference: string;
                            /** @default  */
                            note: string;
                            child: boolean;
                            missing: boolean;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** @enum {string} */
                            state: "waiting" | "active" | "refused" | "removed";
                            pictures: number;
                            /** Format: date-time */
                            addedAt: string;
                            addedBy: string;
                            decidedBy: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/entries/{entryId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse a child that somebody else put on the list */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    entryId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approved" | "refused";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            reference: string;
                            /** @default  */
                            note: string;
                            child: boolean;
                            missing: boolean;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** @enum {string} */
                            state: "waiting" | "active" | "refused" | "removed";
                            pictures: number;
                            /** Format: date-time */
                            addedAt: string;
                            addedBy: string;
                            decidedBy: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/entries/{entryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a person off a watchlist, with all pictures and templates */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    entryId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/entries/{entryId}/pictures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enrolled pictures of a person, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    entryId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            source: string;
                            lawfulness: string;
                            /** Format: date */
                            takenOn: string;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** Format: uuid */
                            entryId: string;
                            /** @enum {string} */
                            state: "active" | "held";
                            quality: number;
                            weight: number;
                            contradicted: number;
                            /** Format: date-time */
                            addedAt: string;
                            addedBy: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Enrol a picture of one face that is good enough; what it shows about the list is reported */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    entryId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        source: string;
                        lawfulness: string;
                        /** Format: date */
                        takenOn: string;
                        picture: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            picture: {
                                source: string;
                                lawfulness: string;
                                /** Format: date */
                                takenOn: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                watchlistId: string;
                                /** Format: uuid */
                                entryId: string;
                                /** @enum {string} */
                                state: "active" | "held";
                                quality: number;
                                weight: number;
                                contradicted: number;
                                /** Format: date-time */
                                addedAt: string;
                                addedBy: string;
                            };
                            findings: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                watchlistId: string;
                                /** @enum {string} */
                                kind: "one-person-two-entries" | "two-people-one-entry";
                                /** Format: uuid */
                                pictureId: string;
                                /** Format: uuid */
                                entryId: string;
                                /** Format: uuid */
                                otherPictureId: string;
                                /** Format: uuid */
                                otherEntryId: string;
                                similarity: number;
                                threshold: number;
                                /** Format: date-time */
                                foundAt: string;
                                decision: ("same-person" | "different-people") | null;
                                decidedAt: string | null;
                                decidedBy: string | null;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/entries/{entryId}/pictures/{pictureId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The enrolled picture; each reading goes to the ledger */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    entryId: string;
                    pictureId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/watchlists/{id}/entries/{entryId}/pictures/{pictureId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a picture off a person, with its template */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    entryId: string;
                    pictureId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-authorisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authorisations of your cases, or of your sites for who approves them; newest first */
        get: {
            parameters: {
                query?: {
                    state?: "waiting" | "in-force" | "ended";
                    caseId?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            /** @enum {string} */
                            kind: "offence" | "missing-person";
                            about: string;
                            legalBasis: string;
                            reason: string;
                            scope: {
                                /** @enum {string} */
                                kind: "cameras";
                                cameraIds: string[];
                            } | {
                                /** @enum {string} */
                                kind: "after-the-event";
                            };
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: uuid */
                            watchlistId: string;
                            falseMatchesPerSearch: number;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            caseNumber: string;
                            watchlistName: string | null;
                            urgent: boolean;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            approveBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "watchlist-ended" | "watchlist-destroyed") | null;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask for an authorisation; it waits for a second person of a higher role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        caseId: string;
                        /** @enum {string} */
                        kind: "offence" | "missing-person";
                        about: string;
                        legalBasis: string;
                        reason: string;
                        scope: {
                            /** @enum {string} */
                            kind: "cameras";
                            cameraIds: string[];
                        } | {
                            /** @enum {string} */
                            kind: "after-the-event";
                        };
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        /** Format: uuid */
                        watchlistId: string;
                        falseMatchesPerSearch?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            /** @enum {string} */
                            kind: "offence" | "missing-person";
                            about: string;
                            legalBasis: string;
                            reason: string;
                            scope: {
                                /** @enum {string} */
                                kind: "cameras";
                                cameraIds: string[];
                            } | {
                                /** @enum {string} */
                                kind: "after-the-event";
                            };
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: uuid */
                            watchlistId: string;
                            falseMatchesPerSearch: number;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            caseNumber: string;
                            watchlistName: string | null;
                            urgent: boolean;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            approveBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "watchlist-ended" | "watchlist-destroyed") | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-authorisations/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What opens searches now: on a camera, in pictures after the event (`none`), or at all */
        get: {
            parameters: {
                query?: {
                    camera?: string | "none";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            caseId: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            watchlistId: string;
                            falseMatchesPerSearch: number;
                            cameraIds: string[] | null;
                            /** Format: date-time */
                            until: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-authorisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One authorisation */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            /** @enum {string} */
                            kind: "offence" | "missing-person";
                            about: string;
                            legalBasis: string;
                            reason: string;
                            scope: {
                                /** @enum {string} */
                                kind: "cameras";
                                cameraIds: string[];
                            } | {
                                /** @enum {string} */
                                kind: "after-the-event";
                            };
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: uuid */
                            watchlistId: string;
                            falseMatchesPerSearch: number;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            caseNumber: string;
                            watchlistName: string | null;
                            urgent: boolean;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            approveBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "watchlist-ended" | "watchlist-destroyed") | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-authorisations/urgent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** In force at once; unless a second person approves it within 24 hours it ends, and all that it produced is deleted */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        caseId: string;
                        /** @enum {string} */
                        kind: "offence" | "missing-person";
                        about: string;
                        legalBasis: string;
                        reason: string;
                        scope: {
                            /** @enum {string} */
                            kind: "cameras";
                            cameraIds: string[];
                        } | {
                            /** @enum {string} */
                            kind: "after-the-event";
                        };
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        /** Format: uuid */
                        watchlistId: string;
                        falseMatchesPerSearch?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            /** @enum {string} */
                            kind: "offence" | "missing-person";
                            about: string;
                            legalBasis: string;
                            reason: string;
                            scope: {
                                /** @enum {string} */
                                kind: "cameras";
                                cameraIds: string[];
                            } | {
                                /** @enum {string} */
                                kind: "after-the-event";
                            };
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: uuid */
                            watchlistId: string;
                            falseMatchesPerSearch: number;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            caseNumber: string;
                            watchlistName: string | null;
                            urgent: boolean;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            approveBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "watchlist-ended" | "watchlist-destroyed") | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-authorisations/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse what somebody else of a lower role asked for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approved" | "refused";
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            /** @enum {string} */
                            kind: "offence" | "missing-person";
                            about: string;
                            legalBasis: string;
                            reason: string;
                            scope: {
                                /** @enum {string} */
                                kind: "cameras";
                                cameraIds: string[];
                            } | {
                                /** @enum {string} */
                                kind: "after-the-event";
                            };
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: uuid */
                            watchlistId: string;
                            falseMatchesPerSearch: number;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            caseNumber: string;
                            watchlistName: string | null;
                            urgent: boolean;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            approveBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "watchlist-ended" | "watchlist-destroyed") | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-authorisations/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an authorisation at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            caseId: string;
                            /** @enum {string} */
                            kind: "offence" | "missing-person";
                            about: string;
                            legalBasis: string;
                            reason: string;
                            scope: {
                                /** @enum {string} */
                                kind: "cameras";
                                cameraIds: string[];
                            } | {
                                /** @enum {string} */
                                kind: "after-the-event";
                            };
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: uuid */
                            watchlistId: string;
                            falseMatchesPerSearch: number;
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            caseNumber: string;
                            watchlistName: string | null;
                            urgent: boolean;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            live: boolean;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            approveBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            endedAt: string | null;
                            endedBy: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "watchlist-ended" | "watchlist-destroyed") | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-oversight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Authorisations and watchlists in numbers, without anybody who is on them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            at: string;
                            authorisations: {
                                waiting: number;
                                inForce: number;
                                live: number;
                                urgentWithoutApproval: number;
                                ended: {
                                    refused: number;
                                    revoked: number;
                                    expired: number;
                                    lapsed: number;
                                    "case-closed": number;
                                    "watchlist-ended": number;
                                    "watchlist-destroyed": number;
                                };
                            };
                            searches: {
                                made: number;
                                withoutMatch: number;
                            };
                            watchlists: {
                                open: number;
                                unreviewed: number;
                                destroyed: number;
                                entries: number;
                                children: number;
                                missing: number;
                                pictures: number;
                                openFindings: number;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-matches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Possible matches of faces, newest first */
        get: {
            parameters: {
                query?: {
                    state?: "possible" | "disputed" | "confirmed" | "rejected";
                    caseId?: string;
                    cameraId?: string;
                    simulated?: "true" | "false";
                    waiting?: "true" | "false";
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "possible" | "disputed" | "confirmed" | "rejected";
                            /** Format: uuid */
                            siteId: string;
                            cameraId: string | null;
                            cameraName: string | null;
                            search: {
                                /** Format: uuid */
                                id: string;
                                place: string;
                            } | null;
                            /** Format: uuid */
                            caseId: string;
                            caseNumber: string;
                            /** Format: uuid */
                            authorisationId: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** Format: uuid */
                            entryId: string;
                            /** Format: uuid */
                            pictureId: string;
                            enrolledPicture: boolean;
                            /** Format: date-time */
                            capturedAt: string;
                            /** Format: date-time */
                            raisedAt: string;
                            simulated: boolean;
                            /** @enum {string} */
                            light: "day" | "night";
                            similarity: number;
                            threshold: number;
                            listSize: number;
                            falseMatchesPerSearch: number;
                            quality: {
                                face: {
                                    total: number;
                                    size: number;
                                    pose: number;
                                    sharpness: number;
                                    light: number;
                                    visibility: number;
                                };
                                enrolled: number;
                            };
                            presentationAttack: number | null;
                            nextBest: {
                                /** Format: uuid */
                                entryId: string;
                                /** Format: uuid */
                                pictureId: string;
                                similarity: number;
                            } | null;
                            box: [
                                number,
                                number,
                                number,
                                number
                            ];
                            answers: {
                                /** @enum {string} */
                                answer: "same-person" | "different-person" | "cannot-tell";
                                note: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                byName: string;
                            }[];
                            ruling: {
                                /** @enum {string} */
                                answer: "same-person" | "different-person" | "cannot-tell";
                                note: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                byName: string;
                            } | null;
                            decidedAt: string | null;
                            may: {
                                answer: ("review" | "ruling") | null;
                                refusal: ("ASKER_MAY_NOT_REVIEW" | "ANSWERED_ALREADY" | "REVIEWED_ALREADY" | "NOT_DISPUTED" | "PERSON_UNKNOWN" | "NOT_PERMITTED") | null;
                            };
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-matches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One possible match */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "possible" | "disputed" | "confirmed" | "rejected";
                            /** Format: uuid */
                            siteId: string;
                            cameraId: string | null;
                            cameraName: string | null;
                            search: {
                                /** Format: uuid */
                                id: string;
                                place: string;
                            } | null;
                            /** Format: uuid */
                            caseId: string;
                            caseNumber: string;
                            /** Format: uuid */
                            authorisationId: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** Format: uuid */
                            entryId: string;
                            /** Format: uuid */
                            pictureId: string;
                            enrolledPicture: boolean;
                            /** Format: date-time */
                            capturedAt: string;
                            /** Format: date-time */
                            raisedAt: string;
                            simulated: boolean;
                            /** @enum {string} */
                            light: "day" | "night";
                            similarity: number;
                            threshold: number;
                            listSize: number;
                            falseMatchesPerSearch: number;
                            quality: {
                                face: {
                                    total: number;
                                    size: number;
                                    pose: number;
                                    sharpness: number;
                                    light: number;
                                    visibility: number;
                                };
                                enrolled: number;
                            };
                            presentationAttack: number | null;
                            nextBest: {
                                /** Format: uuid */
                                entryId: string;
                                /** Format: uuid */
                                pictureId: string;
                                similarity: number;
                            } | null;
                            box: [
                                number,
                                number,
                                number,
                                number
                            ];
                            answers: {
                                /** @enum {string} */
                                answer: "same-person" | "different-person" | "cannot-tell";
                                note: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                byName: string;
                            }[];
                            ruling: {
                                /** @enum {string} */
                                answer: "same-person" | "different-person" | "cannot-tell";
                                note: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                byName: string;
                            } | null;
                            decidedAt: string | null;
                            may: {
                                answer: ("review" | "ruling") | null;
                                refusal: ("ASKER_MAY_NOT_REVIEW" | "ANSWERED_ALREADY" | "REVIEWED_ALREADY" | "NOT_DISPUTED" | "PERSON_UNKNOWN" | "NOT_PERMITTED") | null;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-matches/{id}/pictures/{picture}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A picture of a match: the face, what is around it (masked), the enrolled, the next-best */
        get: {
            parameters: {
                query?: {
                    view?: "masked" | "original";
                };
                header?: never;
                path: {
                    id: string;
                    picture: "crop" | "picture" | "enrolled" | "next-best";
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The picture */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "image/jpeg": string;
                        "image/png": string;
                        "image/webp": string;
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-matches/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Answer as one of the two reviewers, who do not see each other’s answer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "same-person" | "different-person" | "cannot-tell";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "possible" | "disputed" | "confirmed" | "rejected";
                            /** Format: uuid */
                            siteId: string;
                            cameraId: string | null;
                            cameraName: string | null;
                            search: {
                                /** Format: uuid */
                                id: string;
                                place: string;
                            } | null;
                            /** Format: uuid */
                            caseId: string;
                            caseNumber: string;
                            /** Format: uuid */
                            authorisationId: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** Format: uuid */
                            entryId: string;
                            /** Format: uuid */
                            pictureId: string;
                            enrolledPicture: boolean;
                            /** Format: date-time */
                            capturedAt: string;
                            /** Format: date-time */
                            raisedAt: string;
                            simulated: boolean;
                            /** @enum {string} */
                            light: "day" | "night";
                            similarity: number;
                            threshold: number;
                            listSize: number;
                            falseMatchesPerSearch: number;
                            quality: {
                                face: {
                                    total: number;
                                    size: number;
                                    pose: number;
                                    sharpness: number;
                                    light: number;
                                    visibility: number;
                                };
                                enrolled: number;
                            };
                            presentationAttack: number | null;
                            nextBest: {
                                /** Format: uuid */
                                entryId: string;
                                /** Format: uuid */
                                pictureId: string;
                                similarity: number;
                            } | null;
                            box: [
                                number,
                                number,
                                number,
                                number
                            ];
                            answers: {
                                /** @enum {string} */
                                answer: "same-person" | "different-person" | "cannot-tell";
                                note: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                byName: string;
                            }[];
                            ruling: {
                                /** @enum {string} */
                                answer: "same-person" | "different-person" | "cannot-tell";
                                note: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                byName: string;
                            } | null;
                            decidedAt: string | null;
                            may: {
                                answer: ("review" | "ruling") | null;
                                refusal: ("ASKER_MAY_NOT_REVIEW" | "ANSWERED_ALREADY" | "REVIEWED_ALREADY" | "NOT_DISPUTED" | "PERSON_UNKNOWN" | "NOT_PERMITTED") | null;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-matches/{id}/ruling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Decide on a match about which the two reviewers did not agree */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        answer: "same-person" | "different-person" | "cannot-tell";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "possible" | "disputed" | "confirmed" | "rejected";
                            /** Format: uuid */
                            siteId: string;
                            cameraId: string | null;
                            cameraName: string | null;
                            search: {
                                /** Format: uuid */
                                id: string;
                                place: string;
                            } | null;
                            /** Format: uuid */
                            caseId: string;
                            caseNumber: string;
                            /** Format: uuid */
                            authorisationId: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** Format: uuid */
                            entryId: string;
                            /** Format: uuid */
                            pictureId: string;
                            enrolledPicture: boolean;
                            /** Format: date-time */
                            capturedAt: string;
                            /** Format: date-time */
                            raisedAt: string;
                            simulated: boolean;
                            /** @enum {string} */
                            light: "day" | "night";
                            similarity: number;
                            threshold: number;
                            listSize: number;
                            falseMatchesPerSearch: number;
                            quality: {
                                face: {
                                    total: number;
                                    size: number;
                                    pose: number;
                                    sharpness: number;
                                    light: number;
                                    visibility: number;
                                };
                                enrolled: number;
                            };
                            presentationAttack: number | null;
                            nextBest: {
                                /** Format: uuid */
                                entryId: string;
                                /** Format: uuid */
                                pictureId: string;
                                similarity: number;
                            } | null;
                            box: [
                                number,
                                number,
                                number,
                                number
                            ];
                            answers: {
                                /** @enum {string} */
                                answer: "same-person" | "different-person" | "cannot-tell";
                                note: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                byName: string;
                            }[];
                            ruling: {
                                /** @enum {string} */
                                answer: "same-person" | "different-person" | "cannot-tell";
                                note: string;
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                at: string;
                                by: string;
                                byName: string;
                            } | null;
                            decidedAt: string | null;
                            may: {
                                answer: ("review" | "ruling") | null;
                                refusal: ("ASKER_MAY_NOT_REVIEW" | "ANSWERED_ALREADY" | "REVIEWED_ALREADY" | "NOT_DISPUTED" | "PERSON_UNKNOWN" | "NOT_PERMITTED") | null;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-matches/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** When rejected matches are deleted, and what was deleted last */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            days: number;
                            last: {
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                finishedAt: string;
                                /** Format: date-time */
                                before: string;
                                deleted: number;
                                abandoned: number;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often facial recognition is wrong, by place, list, light, and by audited group */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                    simulated?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            simulated: boolean;
                            total: {
                                label: string;
                                name: string | null;
                                faces: number;
                                alerts: number;
                                confirmed: number;
                                rejected: number;
                                deleted: number;
                                falsePerAlert: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                                falsePerFace: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                            };
                            groups: {
                                /** @enum {string} */
                                grouping: "camera" | "watchlist" | "site" | "light";
                                lines: {
                                    label: string;
                                    name: string | null;
                                    faces: number;
                                    alerts: number;
                                    confirmed: number;
                                    rejected: number;
                                    deleted: number;
                                    falsePerAlert: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    falsePerFace: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                }[];
                            }[];
                            audits: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                source: string;
                                lawfulness: string;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                to: string;
                                /** Format: date-time */
                                uploadedAt: string;
                                uploadedBy: string;
                                groups: {
                                    grouping: string;
                                    label: string;
                                    faces: number;
                                    alerts: number;
                                    falseAlerts: number;
                                    falsePerAlert: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    falsePerFace: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-reports/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep an audit set: what a lawful test found, in numbers by group */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        source: string;
                        lawfulness: string;
                        /** Format: date */
                        from: string;
                        /** Format: date */
                        to: string;
                        groups: {
                            grouping: string;
                            label: string;
                            faces: number;
                            alerts: number;
                            falseAlerts: number;
                        }[];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            source: string;
                            lawfulness: string;
                            /** Format: date */
                            from: string;
                            /** Format: date */
                            to: string;
                            /** Format: date-time */
                            uploadedAt: string;
                            uploadedBy: string;
                            groups: {
                                grouping: string;
                                label: string;
                                faces: number;
                                alerts: number;
                                falseAlerts: number;
                                falsePerAlert: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                                falsePerFace: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-searches/faces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The faces of a picture, to choose one; no template is made of any */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        authorisationId: string;
                        picture: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            outcome: "choose-face";
                            faces: {
                                box: [
                                    number,
                                    number,
                                    number,
                                    number
                                ];
                                quality: {
                                    total: number;
                                    size: number;
                                    pose: number;
                                    sharpness: number;
                                    light: number;
                                    visibility: number;
                                };
                                usable: boolean;
                                advice: {
                                    en: string;
                                    ur: string;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Searches with pictures of the case that you read for, or of your sites; newest first */
        get: {
            parameters: {
                query?: {
                    authorisationId?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            authorisationId: string;
                            /** Format: uuid */
                            caseId: string;
                            caseNumber: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            source: string;
                            lawfulness: string;
                            /** Format: date-time */
                            takenAt: string;
                            place: string;
                            listSize: number;
                            threshold: number;
                            falseMatchesPerSearch: number;
                            found: number;
                            matches: {
                                id: string | null;
                                /** @enum {string} */
                                state: "possible" | "disputed" | "confirmed" | "rejected" | "deleted";
                            }[];
                            seal: {
                                /** @enum {string} */
                                state: "holds" | "holds-in-part" | "broken";
                                entry: number | null;
                                listDigest: string;
                            };
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Search with one face of a picture under an authorisation after the event; where it shows several and none is chosen, they are the answer */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        authorisationId: string;
                        picture: string;
                        source: string;
                        lawfulness: string;
                        /** Format: date-time */
                        takenAt: string;
                        place: string;
                        reason: string;
                        face?: [
                            number,
                            number,
                            number,
                            number
                        ];
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            outcome: "choose-face";
                            faces: {
                                box: [
                                    number,
                                    number,
                                    number,
                                    number
                                ];
                                quality: {
                                    total: number;
                                    size: number;
                                    pose: number;
                                    sharpness: number;
                                    light: number;
                                    visibility: number;
                                };
                                usable: boolean;
                                advice: {
                                    en: string;
                                    ur: string;
                                } | null;
                            }[];
                        };
                    };
                };
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            authorisationId: string;
                            /** Format: uuid */
                            caseId: string;
                            caseNumber: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            source: string;
                            lawfulness: string;
                            /** Format: date-time */
                            takenAt: string;
                            place: string;
                            listSize: number;
                            threshold: number;
                            falseMatchesPerSearch: number;
                            found: number;
                            matches: {
                                id: string | null;
                                /** @enum {string} */
                                state: "possible" | "disputed" | "confirmed" | "rejected" | "deleted";
                            }[];
                            seal: {
                                /** @enum {string} */
                                state: "holds" | "holds-in-part" | "broken";
                                entry: number | null;
                                listDigest: string;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/face-searches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One search with a picture; its result list is compared with what the ledger sealed */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            authorisationId: string;
                            /** Format: uuid */
                            caseId: string;
                            caseNumber: string;
                            /** Format: uuid */
                            siteId: string;
                            /** Format: uuid */
                            watchlistId: string;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            reason: string;
                            source: string;
                            lawfulness: string;
                            /** Format: date-time */
                            takenAt: string;
                            place: string;
                            listSize: number;
                            threshold: number;
                            falseMatchesPerSearch: number;
                            found: number;
                            matches: {
                                id: string | null;
                                /** @enum {string} */
                                state: "possible" | "disputed" | "confirmed" | "rejected" | "deleted";
                            }[];
                            seal: {
                                /** @enum {string} */
                                state: "holds" | "holds-in-part" | "broken";
                                entry: number | null;
                                listDigest: string;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/junctions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Junctions of your sites, with what they show now; live updates `signals` follow */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            version: number;
                            contradictions: string[];
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** Format: date-time */
                            modeSince: string;
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            /** @enum {string} */
                            output: "none" | "simulated" | "ntcip";
                            simulated: boolean;
                            approvedUntil: string | null;
                            live: {
                                /** Format: uuid */
                                junctionId: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                mode: "observe" | "advise" | "control";
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                state: {
                                    stage: string;
                                    next: string | null;
                                    since: number;
                                    lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                    /** @enum {string} */
                                    source: "controller" | "plan";
                                    fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                    forced: string | null;
                                };
                                shown: ("green" | "yield" | "yellow" | "clearing" | "red")[] | null;
                                proposal: {
                                    stage: string;
                                    reasons: {
                                        code: string;
                                        values: {
                                            [key: string]: number | string;
                                        };
                                    }[];
                                } | null;
                                decisionMs: number;
                                dataAge: number | null;
                                lanes: {
                                    lane: string;
                                    vehicles: number;
                                    queue: number;
                                    dataAge: number | null;
                                }[];
                                permitUntil: string | null;
                                waveId: string | null;
                                problem: {
                                    code: string;
                                    message: string;
                                } | null;
                                simulated: boolean;
                            } | null;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a junction; one that contradicts itself is kept and stays on its fixed plan */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        siteId: string;
                        definition: {
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            lanes: {
                                id: string;
                                name: string;
                                approach: string;
                                length: number;
                                speedLimitKmh: number;
                                movements: {
                                    group: string;
                                    /** @enum {string} */
                                    turn: "straight" | "left" | "right" | "u-turn";
                                    to: string | null;
                                }[];
                            }[];
                            exits: {
                                id: string;
                                length: number;
                            }[];
                            groups: {
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "vehicle" | "pedestrian";
                                minGreen: number;
                                yellow: number;
                                clearance: number;
                                maxRed: number;
                            }[];
                            conflicts: boolean[][];
                            permissive: {
                                yields: string;
                                to: string;
                            }[];
                            stages: {
                                id: string;
                                name: string;
                                green: string[];
                                yielding: string[];
                            }[];
                            fixedPlan: {
                                steps: {
                                    stage: string;
                                    green: number;
                                    yellow: number;
                                    allRed: number;
                                }[];
                                offset: number;
                            };
                            clearingExtension: number;
                        };
                        /** @default null */
                        networkId?: string | null;
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            version: number;
                            contradictions: string[];
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** Format: date-time */
                            modeSince: string;
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            /** @enum {string} */
                            output: "none" | "simulated" | "ntcip";
                            simulated: boolean;
                            approvedUntil: string | null;
                            live: {
                                /** Format: uuid */
                                junctionId: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                mode: "observe" | "advise" | "control";
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                state: {
                                    stage: string;
                                    next: string | null;
                                    since: number;
                                    lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                    /** @enum {string} */
                                    source: "controller" | "plan";
                                    fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                    forced: string | null;
                                };
                                shown: ("green" | "yield" | "yellow" | "clearing" | "red")[] | null;
                                proposal: {
                                    stage: string;
                                    reasons: {
                                        code: string;
                                        values: {
                                            [key: string]: number | string;
                                        };
                                    }[];
                                } | null;
                                decisionMs: number;
                                dataAge: number | null;
                                lanes: {
                                    lane: string;
                                    vehicles: number;
                                    queue: number;
                                    dataAge: number | null;
                                }[];
                                permitUntil: string | null;
                                waveId: string | null;
                                problem: {
                                    code: string;
                                    message: string;
                                } | null;
                                simulated: boolean;
                            } | null;
                            definition: {
                                id: string;
                                name: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                lanes: {
                                    id: string;
                                    name: string;
                                    approach: string;
                                    length: number;
                                    speedLimitKmh: number;
                                    movements: {
                                        group: string;
                                        /** @enum {string} */
                                        turn: "straight" | "left" | "right" | "u-turn";
                                        to: string | null;
                                    }[];
                                }[];
                                exits: {
                                    id: string;
                                    length: number;
                                }[];
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "vehicle" | "pedestrian";
                                    minGreen: number;
                                    yellow: number;
                                    clearance: number;
                                    maxRed: number;
                                }[];
                                conflicts: boolean[][];
                                permissive: {
                                    yields: string;
                                    to: string;
                                }[];
                                stages: {
                                    id: string;
                                    name: string;
                                    green: string[];
                                    yielding: string[];
                                }[];
                                fixedPlan: {
                                    steps: {
                                        stage: string;
                                        green: number;
                                        yellow: number;
                                        allRed: number;
                                    }[];
                                    offset: number;
                                };
                                clearingExtension: number;
                            };
                            outputSettings: {
                                /** @enum {string} */
                                kind: "none";
                            } | {
                                /** @enum {string} */
                                kind: "simulated";
                                /** @default true */
                                ntcip: boolean;
                                /** @default 300 */
                                arrivalsPerHour: number;
                            } | {
                                /** @enum {string} */
                                kind: "ntcip";
                                host: string;
                                /** @default 161 */
                                port: number;
                                phases: {
                                    [key: string]: {
                                        phase: number;
                                        /** @default false */
                                        pedestrian: boolean;
                                    };
                                };
                                /** @default 0 */
                                fixedPattern: number;
                                /** @default 5 */
                                backupSeconds: number;
                                /** @default 5 */
                                clockTolerance: number;
                                /** @enum {string} */
                                version: "v1" | "v3";
                            };
                            networkId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            changedBy: string;
                            note: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/junctions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One junction with its definition */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            version: number;
                            contradictions: string[];
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** Format: date-time */
                            modeSince: string;
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            /** @enum {string} */
                            output: "none" | "simulated" | "ntcip";
                            simulated: boolean;
                            approvedUntil: string | null;
                            live: {
                                /** Format: uuid */
                                junctionId: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                mode: "observe" | "advise" | "control";
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                state: {
                                    stage: string;
                                    next: string | null;
                                    since: number;
                                    lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                    /** @enum {string} */
                                    source: "controller" | "plan";
                                    fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                    forced: string | null;
                                };
                                shown: ("green" | "yield" | "yellow" | "clearing" | "red")[] | null;
                                proposal: {
                                    stage: string;
                                    reasons: {
                                        code: string;
                                        values: {
                                            [key: string]: number | string;
                                        };
                                    }[];
                                } | null;
                                decisionMs: number;
                                dataAge: number | null;
                                lanes: {
                                    lane: string;
                                    vehicles: number;
                                    queue: number;
                                    dataAge: number | null;
                                }[];
                                permitUntil: string | null;
                                waveId: string | null;
                                problem: {
                                    code: string;
                                    message: string;
                                } | null;
                                simulated: boolean;
                            } | null;
                            definition: {
                                id: string;
                                name: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                lanes: {
                                    id: string;
                                    name: string;
                                    approach: string;
                                    length: number;
                                    speedLimitKmh: number;
                                    movements: {
                                        group: string;
                                        /** @enum {string} */
                                        turn: "straight" | "left" | "right" | "u-turn";
                                        to: string | null;
                                    }[];
                                }[];
                                exits: {
                                    id: string;
                                    length: number;
                                }[];
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "vehicle" | "pedestrian";
                                    minGreen: number;
                                    yellow: number;
                                    clearance: number;
                                    maxRed: number;
                                }[];
                                conflicts: boolean[][];
                                permissive: {
                                    yields: string;
                                    to: string;
                                }[];
                                stages: {
                                    id: string;
                                    name: string;
                                    green: string[];
                                    yielding: string[];
                                }[];
                                fixedPlan: {
                                    steps: {
                                        stage: string;
                                        green: number;
                                        yellow: number;
                                        allRed: number;
                                    }[];
                                    offset: number;
                                };
                                clearingExtension: number;
                            };
                            outputSettings: {
                                /** @enum {string} */
                                kind: "none";
                            } | {
                                /** @enum {string} */
                                kind: "simulated";
                                /** @default true */
                                ntcip: boolean;
                                /** @default 300 */
                                arrivalsPerHour: number;
                            } | {
                                /** @enum {string} */
                                kind: "ntcip";
                                host: string;
                                /** @default 161 */
                                port: number;
                                phases: {
                                    [key: string]: {
                                        phase: number;
                                        /** @default false */
                                        pedestrian: boolean;
                                    };
                                };
                                /** @default 0 */
                                fixedPattern: number;
                                /** @default 5 */
                                backupSeconds: number;
                                /** @default 5 */
                                clockTolerance: number;
                                /** @enum {string} */
                                version: "v1" | "v3";
                            };
                            networkId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            changedBy: string;
                            note: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Write a new version of a junction */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        definition: {
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            lanes: {
                                id: string;
                                name: string;
                                approach: string;
                                length: number;
                                speedLimitKmh: number;
                                movements: {
                                    group: string;
                                    /** @enum {string} */
                                    turn: "straight" | "left" | "right" | "u-turn";
                                    to: string | null;
                                }[];
                            }[];
                            exits: {
                                id: string;
                                length: number;
                            }[];
                            groups: {
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "vehicle" | "pedestrian";
                                minGreen: number;
                                yellow: number;
                                clearance: number;
                                maxRed: number;
                            }[];
                            conflicts: boolean[][];
                            permissive: {
                                yields: string;
                                to: string;
                            }[];
                            stages: {
                                id: string;
                                name: string;
                                green: string[];
                                yielding: string[];
                            }[];
                            fixedPlan: {
                                steps: {
                                    stage: string;
                                    green: number;
                                    yellow: number;
                                    allRed: number;
                                }[];
                                offset: number;
                            };
                            clearingExtension: number;
                        };
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            version: number;
                            contradictions: string[];
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** Format: date-time */
                            modeSince: string;
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            /** @enum {string} */
                            output: "none" | "simulated" | "ntcip";
                            simulated: boolean;
                            approvedUntil: string | null;
                            live: {
                                /** Format: uuid */
                                junctionId: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                mode: "observe" | "advise" | "control";
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                state: {
                                    stage: string;
                                    next: string | null;
                                    since: number;
                                    lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                    /** @enum {string} */
                                    source: "controller" | "plan";
                                    fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                    forced: string | null;
                                };
                                shown: ("green" | "yield" | "yellow" | "clearing" | "red")[] | null;
                                proposal: {
                                    stage: string;
                                    reasons: {
                                        code: string;
                                        values: {
                                            [key: string]: number | string;
                                        };
                                    }[];
                                } | null;
                                decisionMs: number;
                                dataAge: number | null;
                                lanes: {
                                    lane: string;
                                    vehicles: number;
                                    queue: number;
                                    dataAge: number | null;
                                }[];
                                permitUntil: string | null;
                                waveId: string | null;
                                problem: {
                                    code: string;
                                    message: string;
                                } | null;
                                simulated: boolean;
                            } | null;
                            definition: {
                                id: string;
                                name: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                lanes: {
                                    id: string;
                                    name: string;
                                    approach: string;
                                    length: number;
                                    speedLimitKmh: number;
                                    movements: {
                                        group: string;
                                        /** @enum {string} */
                                        turn: "straight" | "left" | "right" | "u-turn";
                                        to: string | null;
                                    }[];
                                }[];
                                exits: {
                                    id: string;
                                    length: number;
                                }[];
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "vehicle" | "pedestrian";
                                    minGreen: number;
                                    yellow: number;
                                    clearance: number;
                                    maxRed: number;
                                }[];
                                conflicts: boolean[][];
                                permissive: {
                                    yields: string;
                                    to: string;
                                }[];
                                stages: {
                                    id: string;
                                    name: string;
                                    green: string[];
                                    yielding: string[];
                                }[];
                                fixedPlan: {
                                    steps: {
                                        stage: string;
                                        green: number;
                                        yellow: number;
                                        allRed: number;
                                    }[];
                                    offset: number;
                                };
                                clearingExtension: number;
                            };
                            outputSettings: {
                                /** @enum {string} */
                                kind: "none";
                            } | {
                                /** @enum {string} */
                                kind: "simulated";
                                /** @default true */
                                ntcip: boolean;
                                /** @default 300 */
                                arrivalsPerHour: number;
                            } | {
                                /** @enum {string} */
                                kind: "ntcip";
                                host: string;
                                /** @default 161 */
                                port: number;
                                phases: {
                                    [key: string]: {
                                        phase: number;
                                        /** @default false */
                                        pedestrian: boolean;
                                    };
                                };
                                /** @default 0 */
                                fixedPattern: number;
                                /** @default 5 */
                                backupSeconds: number;
                                /** @default 5 */
                                clockTolerance: number;
                                /** @enum {string} */
                                version: "v1" | "v3";
                            };
                            networkId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            changedBy: string;
                            note: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        /** Take a junction out of use */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        /** Choose the controller that proposes or leads */
        patch: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            version: number;
                            contradictions: string[];
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** Format: date-time */
                            modeSince: string;
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            /** @enum {string} */
                            output: "none" | "simulated" | "ntcip";
                            simulated: boolean;
                            approvedUntil: string | null;
                            live: {
                                /** Format: uuid */
                                junctionId: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                mode: "observe" | "advise" | "control";
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                state: {
                                    stage: string;
                                    next: string | null;
                                    since: number;
                                    lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                    /** @enum {string} */
                                    source: "controller" | "plan";
                                    fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                    forced: string | null;
                                };
                                shown: ("green" | "yield" | "yellow" | "clearing" | "red")[] | null;
                                proposal: {
                                    stage: string;
                                    reasons: {
                                        code: string;
                                        values: {
                                            [key: string]: number | string;
                                        };
                                    }[];
                                } | null;
                                decisionMs: number;
                                dataAge: number | null;
                                lanes: {
                                    lane: string;
                                    vehicles: number;
                                    queue: number;
                                    dataAge: number | null;
                                }[];
                                permitUntil: string | null;
                                waveId: string | null;
                                problem: {
                                    code: string;
                                    message: string;
                                } | null;
                                simulated: boolean;
                            } | null;
                            definition: {
                                id: string;
                                name: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                lanes: {
                                    id: string;
                                    name: string;
                                    approach: string;
                                    length: number;
                                    speedLimitKmh: number;
                                    movements: {
                                        group: string;
                                        /** @enum {string} */
                                        turn: "straight" | "left" | "right" | "u-turn";
                                        to: string | null;
                                    }[];
                                }[];
                                exits: {
                                    id: string;
                                    length: number;
                                }[];
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "vehicle" | "pedestrian";
                                    minGreen: number;
                                    yellow: number;
                                    clearance: number;
                                    maxRed: number;
                                }[];
                                conflicts: boolean[][];
                                permissive: {
                                    yields: string;
                                    to: string;
                                }[];
                                stages: {
                                    id: string;
                                    name: string;
                                    green: string[];
                                    yielding: string[];
                                }[];
                                fixedPlan: {
                                    steps: {
                                        stage: string;
                                        green: number;
                                        yellow: number;
                                        allRed: number;
                                    }[];
                                    offset: number;
                                };
                                clearingExtension: number;
                            };
                            outputSettings: {
                                /** @enum {string} */
                                kind: "none";
                            } | {
                                /** @enum {string} */
                                kind: "simulated";
                                /** @default true */
                                ntcip: boolean;
                                /** @default 300 */
                                arrivalsPerHour: number;
                            } | {
                                /** @enum {string} */
                                kind: "ntcip";
                                host: string;
                                /** @default 161 */
                                port: number;
                                phases: {
                                    [key: string]: {
                                        phase: number;
                                        /** @default false */
                                        pedestrian: boolean;
                                    };
                                };
                                /** @default 0 */
                                fixedPattern: number;
                                /** @default 5 */
                                backupSeconds: number;
                                /** @default 5 */
                                clockTolerance: number;
                                /** @enum {string} */
                                version: "v1" | "v3";
                            };
                            networkId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            changedBy: string;
                            note: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/junctions/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of a junction, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            /** Format: date-time */
                            at: string;
                            by: string;
                            note: string;
                            definition: {
                                id: string;
                                name: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                lanes: {
                                    id: string;
                                    name: string;
                                    approach: string;
                                    length: number;
                                    speedLimitKmh: number;
                                    movements: {
                                        group: string;
                                        /** @enum {string} */
                                        turn: "straight" | "left" | "right" | "u-turn";
                                        to: string | null;
                                    }[];
                                }[];
                                exits: {
                                    id: string;
                                    length: number;
                                }[];
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "vehicle" | "pedestrian";
                                    minGreen: number;
                                    yellow: number;
                                    clearance: number;
                                    maxRed: number;
                                }[];
                                conflicts: boolean[][];
                                permissive: {
                                    yields: string;
                                    to: string;
                                }[];
                                stages: {
                                    id: string;
                                    name: string;
                                    green: string[];
                                    yielding: string[];
                                }[];
                                fixedPlan: {
                                    steps: {
                                        stage: string;
                                        green: number;
                                        yellow: number;
                                        allRed: number;
                                    }[];
                                    offset: number;
                                };
                                clearingExtension: number;
                            };
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/junctions/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What controllers decided there and why, the newest first; kept for 30 days */
        get: {
            parameters: {
                query?: {
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            junction: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            proposed: string | null;
                            reasons: {
                                code: string;
                                values: {
                                    [key: string]: number | string;
                                };
                            }[];
                            state: {
                                stage: string;
                                next: string | null;
                                since: number;
                                lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                /** @enum {string} */
                                source: "controller" | "plan";
                                fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                forced: string | null;
                            };
                            decisionMs: number;
                            dataAge: number;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/junctions/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of mode, falls back to the fixed plan and returns, the newest first */
        get: {
            parameters: {
                query?: {
                    before?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            junctionId: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            kind: "mode" | "fixed-plan" | "fell-back" | "recovered" | "permit" | "wave";
                            code: string;
                            text: string;
                            by: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/junctions/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a junction over from a network, with the plan and limits that it has there */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        networkId: string;
                        junction: string;
                        name: string;
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            version: number;
                            contradictions: string[];
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** Format: date-time */
                            modeSince: string;
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            /** @enum {string} */
                            output: "none" | "simulated" | "ntcip";
                            simulated: boolean;
                            approvedUntil: string | null;
                            live: {
                                /** Format: uuid */
                                junctionId: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                mode: "observe" | "advise" | "control";
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                state: {
                                    stage: string;
                                    next: string | null;
                                    since: number;
                                    lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                    /** @enum {string} */
                                    source: "controller" | "plan";
                                    fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                    forced: string | null;
                                };
                                shown: ("green" | "yield" | "yellow" | "clearing" | "red")[] | null;
                                proposal: {
                                    stage: string;
                                    reasons: {
                                        code: string;
                                        values: {
                                            [key: string]: number | string;
                                        };
                                    }[];
                                } | null;
                                decisionMs: number;
                                dataAge: number | null;
                                lanes: {
                                    lane: string;
                                    vehicles: number;
                                    queue: number;
                                    dataAge: number | null;
                                }[];
                                permitUntil: string | null;
                                waveId: string | null;
                                problem: {
                                    code: string;
                                    message: string;
                                } | null;
                                simulated: boolean;
                            } | null;
                            definition: {
                                id: string;
                                name: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                lanes: {
                                    id: string;
                                    name: string;
                                    approach: string;
                                    length: number;
                                    speedLimitKmh: number;
                                    movements: {
                                        group: string;
                                        /** @enum {string} */
                                        turn: "straight" | "left" | "right" | "u-turn";
                                        to: string | null;
                                    }[];
                                }[];
                                exits: {
                                    id: string;
                                    length: number;
                                }[];
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "vehicle" | "pedestrian";
                                    minGreen: number;
                                    yellow: number;
                                    clearance: number;
                                    maxRed: number;
                                }[];
                                conflicts: boolean[][];
                                permissive: {
                                    yields: string;
                                    to: string;
                                }[];
                                stages: {
                                    id: string;
                                    name: string;
                                    green: string[];
                                    yielding: string[];
                                }[];
                                fixedPlan: {
                                    steps: {
                                        stage: string;
                                        green: number;
                                        yellow: number;
                                        allRed: number;
                                    }[];
                                    offset: number;
                                };
                                clearingExtension: number;
                            };
                            outputSettings: {
                                /** @enum {string} */
                                kind: "none";
                            } | {
                                /** @enum {string} */
                                kind: "simulated";
                                /** @default true */
                                ntcip: boolean;
                                /** @default 300 */
                                arrivalsPerHour: number;
                            } | {
                                /** @enum {string} */
                                kind: "ntcip";
                                host: string;
                                /** @default 161 */
                                port: number;
                                phases: {
                                    [key: string]: {
                                        phase: number;
                                        /** @default false */
                                        pedestrian: boolean;
                                    };
                                };
                                /** @default 0 */
                                fixedPattern: number;
                                /** @default 5 */
                                backupSeconds: number;
                                /** @default 5 */
                                clockTolerance: number;
                                /** @enum {string} */
                                version: "v1" | "v3";
                            };
                            networkId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            changedBy: string;
                            note: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/junctions/{id}/output": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say where the signal is: nowhere, simulated, or a controller over NTCIP 1202 */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "none";
                    } | {
                        /** @enum {string} */
                        kind: "simulated";
                        /** @default true */
                        ntcip?: boolean;
                        /** @default 300 */
                        arrivalsPerHour?: number;
                    } | {
                        /** @enum {string} */
                        kind: "ntcip";
                        host: string;
                        /** @default 161 */
                        port?: number;
                        phases: {
                            [key: string]: {
                                phase: number;
                                /** @default false */
                                pedestrian?: boolean;
                            };
                        };
                        /** @default 0 */
                        fixedPattern?: number;
                        /** @default 5 */
                        backupSeconds?: number;
                        /** @default 5 */
                        clockTolerance?: number;
                        credentials: {
                            /** @enum {string} */
                            version: "v1";
                            community: string;
                        } | {
                            /** @enum {string} */
                            version: "v3";
                            user: string;
                            authKey: string;
                            privKey: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            version: number;
                            contradictions: string[];
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** Format: date-time */
                            modeSince: string;
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            /** @enum {string} */
                            output: "none" | "simulated" | "ntcip";
                            simulated: boolean;
                            approvedUntil: string | null;
                            live: {
                                /** Format: uuid */
                                junctionId: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                mode: "observe" | "advise" | "control";
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                state: {
                                    stage: string;
                                    next: string | null;
                                    since: number;
                                    lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                    /** @enum {string} */
                                    source: "controller" | "plan";
                                    fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                    forced: string | null;
                                };
                                shown: ("green" | "yield" | "yellow" | "clearing" | "red")[] | null;
                                proposal: {
                                    stage: string;
                                    reasons: {
                                        code: string;
                                        values: {
                                            [key: string]: number | string;
                                        };
                                    }[];
                                } | null;
                                decisionMs: number;
                                dataAge: number | null;
                                lanes: {
                                    lane: string;
                                    vehicles: number;
                                    queue: number;
                                    dataAge: number | null;
                                }[];
                                permitUntil: string | null;
                                waveId: string | null;
                                problem: {
                                    code: string;
                                    message: string;
                                } | null;
                                simulated: boolean;
                            } | null;
                            definition: {
                                id: string;
                                name: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                lanes: {
                                    id: string;
                                    name: string;
                                    approach: string;
                                    length: number;
                                    speedLimitKmh: number;
                                    movements: {
                                        group: string;
                                        /** @enum {string} */
                                        turn: "straight" | "left" | "right" | "u-turn";
                                        to: string | null;
                                    }[];
                                }[];
                                exits: {
                                    id: string;
                                    length: number;
                                }[];
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "vehicle" | "pedestrian";
                                    minGreen: number;
                                    yellow: number;
                                    clearance: number;
                                    maxRed: number;
                                }[];
                                conflicts: boolean[][];
                                permissive: {
                                    yields: string;
                                    to: string;
                                }[];
                                stages: {
                                    id: string;
                                    name: string;
                                    green: string[];
                                    yielding: string[];
                                }[];
                                fixedPlan: {
                                    steps: {
                                        stage: string;
                                        green: number;
                                        yellow: number;
                                        allRed: number;
                                    }[];
                                    offset: number;
                                };
                                clearingExtension: number;
                            };
                            outputSettings: {
                                /** @enum {string} */
                                kind: "none";
                            } | {
                                /** @enum {string} */
                                kind: "simulated";
                                /** @default true */
                                ntcip: boolean;
                                /** @default 300 */
                                arrivalsPerHour: number;
                            } | {
                                /** @enum {string} */
                                kind: "ntcip";
                                host: string;
                                /** @default 161 */
                                port: number;
                                phases: {
                                    [key: string]: {
                                        phase: number;
                                        /** @default false */
                                        pedestrian: boolean;
                                    };
                                };
                                /** @default 0 */
                                fixedPattern: number;
                                /** @default 5 */
                                backupSeconds: number;
                                /** @default 5 */
                                clockTolerance: number;
                                /** @enum {string} */
                                version: "v1" | "v3";
                            };
                            networkId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            changedBy: string;
                            note: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/junctions/{id}/mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Observe, advise, or control; control needs an approval of two people in force */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        mode: "observe" | "advise" | "control";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            version: number;
                            contradictions: string[];
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** Format: date-time */
                            modeSince: string;
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            /** @enum {string} */
                            output: "none" | "simulated" | "ntcip";
                            simulated: boolean;
                            approvedUntil: string | null;
                            live: {
                                /** Format: uuid */
                                junctionId: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                mode: "observe" | "advise" | "control";
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                state: {
                                    stage: string;
                                    next: string | null;
                                    since: number;
                                    lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                    /** @enum {string} */
                                    source: "controller" | "plan";
                                    fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                    forced: string | null;
                                };
                                shown: ("green" | "yield" | "yellow" | "clearing" | "red")[] | null;
                                proposal: {
                                    stage: string;
                                    reasons: {
                                        code: string;
                                        values: {
                                            [key: string]: number | string;
                                        };
                                    }[];
                                } | null;
                                decisionMs: number;
                                dataAge: number | null;
                                lanes: {
                                    lane: string;
                                    vehicles: number;
                                    queue: number;
                                    dataAge: number | null;
                                }[];
                                permitUntil: string | null;
                                waveId: string | null;
                                problem: {
                                    code: string;
                                    message: string;
                                } | null;
                                simulated: boolean;
                            } | null;
                            definition: {
                                id: string;
                                name: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                lanes: {
                                    id: string;
                                    name: string;
                                    approach: string;
                                    length: number;
                                    speedLimitKmh: number;
                                    movements: {
                                        group: string;
                                        /** @enum {string} */
                                        turn: "straight" | "left" | "right" | "u-turn";
                                        to: string | null;
                                    }[];
                                }[];
                                exits: {
                                    id: string;
                                    length: number;
                                }[];
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "vehicle" | "pedestrian";
                                    minGreen: number;
                                    yellow: number;
                                    clearance: number;
                                    maxRed: number;
                                }[];
                                conflicts: boolean[][];
                                permissive: {
                                    yields: string;
                                    to: string;
                                }[];
                                stages: {
                                    id: string;
                                    name: string;
                                    green: string[];
                                    yielding: string[];
                                }[];
                                fixedPlan: {
                                    steps: {
                                        stage: string;
                                        green: number;
                                        yellow: number;
                                        allRed: number;
                                    }[];
                                    offset: number;
                                };
                                clearingExtension: number;
                            };
                            outputSettings: {
                                /** @enum {string} */
                                kind: "none";
                            } | {
                                /** @enum {string} */
                                kind: "simulated";
                                /** @default true */
                                ntcip: boolean;
                                /** @default 300 */
                                arrivalsPerHour: number;
                            } | {
                                /** @enum {string} */
                                kind: "ntcip";
                                host: string;
                                /** @default 161 */
                                port: number;
                                phases: {
                                    [key: string]: {
                                        phase: number;
                                        /** @default false */
                                        pedestrian: boolean;
                                    };
                                };
                                /** @default 0 */
                                fixedPattern: number;
                                /** @default 5 */
                                backupSeconds: number;
                                /** @default 5 */
                                clockTolerance: number;
                                /** @enum {string} */
                                version: "v1" | "v3";
                            };
                            networkId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            changedBy: string;
                            note: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/junctions/{id}/fixed-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Return a junction to its fixed plan at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            position: [
                                number,
                                number
                            ] | null;
                            version: number;
                            contradictions: string[];
                            /** @enum {string} */
                            mode: "observe" | "advise" | "control";
                            /** Format: date-time */
                            modeSince: string;
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            /** @enum {string} */
                            output: "none" | "simulated" | "ntcip";
                            simulated: boolean;
                            approvedUntil: string | null;
                            live: {
                                /** Format: uuid */
                                junctionId: string;
                                /** Format: uuid */
                                siteId: string;
                                /** Format: date-time */
                                at: string;
                                /** @enum {string} */
                                mode: "observe" | "advise" | "control";
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                state: {
                                    stage: string;
                                    next: string | null;
                                    since: number;
                                    lights: ("green" | "yield" | "yellow" | "clearing" | "red")[];
                                    /** @enum {string} */
                                    source: "controller" | "plan";
                                    fallback: ("no-proposal" | "unknown-stage" | "late-decision" | "stale-data" | "contradiction" | "controller-failed") | null;
                                    forced: string | null;
                                };
                                shown: ("green" | "yield" | "yellow" | "clearing" | "red")[] | null;
                                proposal: {
                                    stage: string;
                                    reasons: {
                                        code: string;
                                        values: {
                                            [key: string]: number | string;
                                        };
                                    }[];
                                } | null;
                                decisionMs: number;
                                dataAge: number | null;
                                lanes: {
                                    lane: string;
                                    vehicles: number;
                                    queue: number;
                                    dataAge: number | null;
                                }[];
                                permitUntil: string | null;
                                waveId: string | null;
                                problem: {
                                    code: string;
                                    message: string;
                                } | null;
                                simulated: boolean;
                            } | null;
                            definition: {
                                id: string;
                                name: string;
                                position: [
                                    number,
                                    number
                                ] | null;
                                lanes: {
                                    id: string;
                                    name: string;
                                    approach: string;
                                    length: number;
                                    speedLimitKmh: number;
                                    movements: {
                                        group: string;
                                        /** @enum {string} */
                                        turn: "straight" | "left" | "right" | "u-turn";
                                        to: string | null;
                                    }[];
                                }[];
                                exits: {
                                    id: string;
                                    length: number;
                                }[];
                                groups: {
                                    id: string;
                                    name: string;
                                    /** @enum {string} */
                                    kind: "vehicle" | "pedestrian";
                                    minGreen: number;
                                    yellow: number;
                                    clearance: number;
                                    maxRed: number;
                                }[];
                                conflicts: boolean[][];
                                permissive: {
                                    yields: string;
                                    to: string;
                                }[];
                                stages: {
                                    id: string;
                                    name: string;
                                    green: string[];
                                    yielding: string[];
                                }[];
                                fixedPlan: {
                                    steps: {
                                        stage: string;
                                        green: number;
                                        yellow: number;
                                        allRed: number;
                                    }[];
                                    offset: number;
                                };
                                clearingExtension: number;
                            };
                            outputSettings: {
                                /** @enum {string} */
                                kind: "none";
                            } | {
                                /** @enum {string} */
                                kind: "simulated";
                                /** @default true */
                                ntcip: boolean;
                                /** @default 300 */
                                arrivalsPerHour: number;
                            } | {
                                /** @enum {string} */
                                kind: "ntcip";
                                host: string;
                                /** @default 161 */
                                port: number;
                                phases: {
                                    [key: string]: {
                                        phase: number;
                                        /** @default false */
                                        pedestrian: boolean;
                                    };
                                };
                                /** @default 0 */
                                fixedPattern: number;
                                /** @default 5 */
                                backupSeconds: number;
                                /** @default 5 */
                                clockTolerance: number;
                                /** @enum {string} */
                                version: "v1" | "v3";
                            };
                            networkId: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            changedBy: string;
                            note: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signal-approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Approvals of signal control, the newest first */
        get: {
            parameters: {
                query?: {
                    junctionId?: string;
                    state?: "waiting" | "in-force" | "ended";
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            junctions: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            reason: string;
                            days: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            askedRole: string;
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            until: string | null;
                            endedAt: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed") | null;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Ask that junctions may be controlled, for 30 days at most */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        junctions: string[];
                        /** @enum {string} */
                        controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                        reason: string;
                        days: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            junctions: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            reason: string;
                            days: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            askedRole: string;
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            until: string | null;
                            endedAt: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed") | null;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signal-approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One approval */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            junctions: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            reason: string;
                            days: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            askedRole: string;
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            until: string | null;
                            endedAt: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed") | null;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signal-approvals/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or refuse, as a second person of a higher role */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approved" | "refused";
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            junctions: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            reason: string;
                            days: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            askedRole: string;
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            until: string | null;
                            endedAt: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed") | null;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signal-approvals/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End an approval: its junctions return to their fixed plans at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            junctions: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                            }[];
                            /** @enum {string} */
                            controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                            reason: string;
                            days: number;
                            /** @enum {string} */
                            state: "waiting" | "in-force" | "ended";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            askedRole: string;
                            decideBy: string | null;
                            decidedAt: string | null;
                            decidedBy: string | null;
                            decisionNote: string | null;
                            until: string | null;
                            endedAt: string | null;
                            end: ("refused" | "revoked" | "expired" | "lapsed") | null;
                            may: {
                                decide: boolean;
                                revoke: boolean;
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/emergency-waves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Emergency waves, the newest first */
        get: {
            parameters: {
                query?: {
                    running?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            service: "ambulance" | "fire" | "police" | "rescue";
                            vehicle: string;
                            reason: string;
                            route: {
                                /** Format: uuid */
                                junctionId: string;
                                stage: string;
                                expectedSeconds: number;
                            }[];
                            /** @default 10 */
                            minutes: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "running" | "ended";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            /** Format: date-time */
                            until: string;
                            endedAt: string | null;
                            end: ("arrived" | "cancelled" | "expired") | null;
                            lastReport: {
                                position: [
                                    number,
                                    number
                                ];
                                speedKmh: number;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            stops: {
                                /** Format: uuid */
                                junctionId: string;
                                stage: string;
                                expectedSeconds: number;
                                junctionName: string;
                                /** Format: date-time */
                                expectedAt: string;
                                /** @enum {string} */
                                state: "ahead" | "holding" | "recovering" | "done" | "skipped";
                                problem: string | null;
                            }[];
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Clear the way over junctions in order; the answer has the key for reports of positions */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        service: "ambulance" | "fire" | "police" | "rescue";
                        vehicle: string;
                        reason: string;
                        route: {
                            /** Format: uuid */
                            junctionId: string;
                            stage: string;
                            expectedSeconds: number;
                        }[];
                        /** @default 10 */
                        minutes?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            wave: {
                                /** @enum {string} */
                                service: "ambulance" | "fire" | "police" | "rescue";
                                vehicle: string;
                                reason: string;
                                route: {
                                    /** Format: uuid */
                                    junctionId: string;
                                    stage: string;
                                    expectedSeconds: number;
                                }[];
                                /** @default 10 */
                                minutes: number;
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                state: "running" | "ended";
                                /** Format: date-time */
                                askedAt: string;
                                askedBy: string;
                                /** Format: date-time */
                                until: string;
                                endedAt: string | null;
                                end: ("arrived" | "cancelled" | "expired") | null;
                                lastReport: {
                                    position: [
                                        number,
                                        number
                                    ];
                                    speedKmh: number;
                                    /** Format: date-time */
                                    at: string;
                                } | null;
                                stops: {
                                    /** Format: uuid */
                                    junctionId: string;
                                    stage: string;
                                    expectedSeconds: number;
                                    junctionName: string;
                                    /** Format: date-time */
                                    expectedAt: string;
                                    /** @enum {string} */
                                    state: "ahead" | "holding" | "recovering" | "done" | "skipped";
                                    problem: string | null;
                                }[];
                            };
                            key: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/emergency-waves/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One emergency wave */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            service: "ambulance" | "fire" | "police" | "rescue";
                            vehicle: string;
                            reason: string;
                            route: {
                                /** Format: uuid */
                                junctionId: string;
                                stage: string;
                                expectedSeconds: number;
                            }[];
                            /** @default 10 */
                            minutes: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "running" | "ended";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            /** Format: date-time */
                            until: string;
                            endedAt: string | null;
                            end: ("arrived" | "cancelled" | "expired") | null;
                            lastReport: {
                                position: [
                                    number,
                                    number
                                ];
                                speedKmh: number;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            stops: {
                                /** Format: uuid */
                                junctionId: string;
                                stage: string;
                                expectedSeconds: number;
                                junctionName: string;
                                /** Format: date-time */
                                expectedAt: string;
                                /** @enum {string} */
                                state: "ahead" | "holding" | "recovering" | "done" | "skipped";
                                problem: string | null;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/emergency-waves/{id}/positions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say where the vehicle is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        position: [
                            number,
                            number
                        ];
                        speedKmh: number;
                        /** Format: date-time */
                        at: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            service: "ambulance" | "fire" | "police" | "rescue";
                            vehicle: string;
                            reason: string;
                            route: {
                                /** Format: uuid */
                                junctionId: string;
                                stage: string;
                                expectedSeconds: number;
                            }[];
                            /** @default 10 */
                            minutes: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "running" | "ended";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            /** Format: date-time */
                            until: string;
                            endedAt: string | null;
                            end: ("arrived" | "cancelled" | "expired") | null;
                            lastReport: {
                                position: [
                                    number,
                                    number
                                ];
                                speedKmh: number;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            stops: {
                                /** Format: uuid */
                                junctionId: string;
                                stage: string;
                                expectedSeconds: number;
                                junctionName: string;
                                /** Format: date-time */
                                expectedAt: string;
                                /** @enum {string} */
                                state: "ahead" | "holding" | "recovering" | "done" | "skipped";
                                problem: string | null;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/emergency-waves/{id}/radio": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same with the key of the wave in place of a sign-in: for a radio or a dispatcher’s program */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        position: [
                            number,
                            number
                        ];
                        speedKmh: number;
                        /** Format: date-time */
                        at: string;
                        key: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/emergency-waves/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a wave: its junctions go back to what they did */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            service: "ambulance" | "fire" | "police" | "rescue";
                            vehicle: string;
                            reason: string;
                            route: {
                                /** Format: uuid */
                                junctionId: string;
                                stage: string;
                                expectedSeconds: number;
                            }[];
                            /** @default 10 */
                            minutes: number;
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            state: "running" | "ended";
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            /** Format: date-time */
                            until: string;
                            endedAt: string | null;
                            end: ("arrived" | "cancelled" | "expired") | null;
                            lastReport: {
                                position: [
                                    number,
                                    number
                                ];
                                speedKmh: number;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            stops: {
                                /** Format: uuid */
                                junctionId: string;
                                stage: string;
                                expectedSeconds: number;
                                junctionName: string;
                                /** Format: date-time */
                                expectedAt: string;
                                /** @enum {string} */
                                state: "ahead" | "holding" | "recovering" | "done" | "skipped";
                                problem: string | null;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/signal-networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** SUMO networks of your sites, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            bytes: number;
                            /** Format: date-time */
                            addedAt: string;
                            addedBy: string;
                            junctions: {
                                id: string;
                                lanes: number;
                                problem: string | null;
                            }[];
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a SUMO network (.net.xml), 50 MB at most; its signalled junctions are listed */
        post: {
            parameters: {
                query: {
                    siteId: string;
                    name: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            siteId: string;
                            name: string;
                            bytes: number;
                            /** Format: date-time */
                            addedAt: string;
                            addedBy: string;
                            junctions: {
                                id: string;
                                lanes: number;
                                problem: string | null;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/what-ifs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Replays, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            junctionId: string;
                            junctionName: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            controllers: ("fixed" | "actuated" | "max-pressure" | "look-ahead")[];
                            seeds: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            progress: number;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            demand: {
                                vehicles: number;
                                coverage: number;
                            } | null;
                            results: {
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                runs: number;
                                delay: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                waiting: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                stops: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                queue: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                vehicles: number;
                                unfinished: number;
                                delayDifference: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                message: string;
                            } | null;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Replay measured traffic of a junction under other controllers in SUMO */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        junctionId: string;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        controllers: ("fixed" | "actuated" | "max-pressure" | "look-ahead")[];
                        /** @default 5 */
                        seeds?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            junctionId: string;
                            junctionName: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            controllers: ("fixed" | "actuated" | "max-pressure" | "look-ahead")[];
                            seeds: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            progress: number;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            demand: {
                                vehicles: number;
                                coverage: number;
                            } | null;
                            results: {
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                runs: number;
                                delay: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                waiting: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                stops: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                queue: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                vehicles: number;
                                unfinished: number;
                                delayDifference: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                message: string;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/what-ifs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One replay with its results */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            junctionId: string;
                            junctionName: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            controllers: ("fixed" | "actuated" | "max-pressure" | "look-ahead")[];
                            seeds: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            progress: number;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            demand: {
                                vehicles: number;
                                coverage: number;
                            } | null;
                            results: {
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                runs: number;
                                delay: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                waiting: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                stops: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                queue: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                vehicles: number;
                                unfinished: number;
                                delayDifference: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                message: string;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/what-ifs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel a replay */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            junctionId: string;
                            junctionName: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            controllers: ("fixed" | "actuated" | "max-pressure" | "look-ahead")[];
                            seeds: number;
                            /** @enum {string} */
                            state: "waiting" | "running" | "done" | "failed" | "cancelled";
                            progress: number;
                            /** Format: date-time */
                            askedAt: string;
                            askedBy: string;
                            startedAt: string | null;
                            endedAt: string | null;
                            demand: {
                                vehicles: number;
                                coverage: number;
                            } | null;
                            results: {
                                /** @enum {string} */
                                controller: "fixed" | "actuated" | "max-pressure" | "look-ahead";
                                runs: number;
                                delay: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                waiting: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                stops: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                queue: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                };
                                vehicles: number;
                                unfinished: number;
                                delayDifference: {
                                    mean: number;
                                    low: number | null;
                                    high: number | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                message: string;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The register of AI systems with their permits and approvals */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemView"][];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop an AI system, or stop it on one group of cameras, within two seconds */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @default null */
                        cameraGroupId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemView"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for the end of a suspension, or confirm as a second person: then it ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                        /** @default null */
                        cameraGroupId?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemView"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every suspension of an AI system and how it ended, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            system: string;
                            cameraGroup: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                siteName: string;
                            } | null;
                            /** Format: date-time */
                            at: string;
                            by: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            reason: string;
                            /** @enum {string} */
                            source: "person" | "monitoring" | "drift";
                            incidentId: string | null;
                            endedAt: string | null;
                            resumptions: {
                                /** Format: uuid */
                                id: string;
                                requested: {
                                    by: {
                                        actor: string;
                                        name: string;
                                        person: string;
                                        role: string;
                                    };
                                    /** Format: date-time */
                                    at: string;
                                    reason: string;
                                };
                                /** Format: date-time */
                                lapsesAt: string;
                                confirmed: {
                                    by: {
                                        actor: string;
                                        name: string;
                                        person: string;
                                        role: string;
                                    };
                                    /** Format: date-time */
                                    at: string;
                                    reason: string;
                                } | null;
                            }[];
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One AI system: register entry, records about it, drift */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemDetails"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}/entry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Save a new version of what the organisation says of an AI system */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        body: {
                            /** @default  */
                            owner?: string;
                            /** @default  */
                            contact?: string;
                            /** @default  */
                            legalBasis?: string;
                            /** @default  */
                            deploymentContext?: string;
                            /** @default  */
                            supplierNotes?: string;
                            /** @default  */
                            retention?: string;
                        };
                        note: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemDetails"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}/lifecycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where an AI system stands, what can come next and what is missing for it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LifecycleView"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}/lifecycle/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for another stage; other people decide */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        to: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LifecycleView"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}/lifecycle/requests/{requestId}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or reject a request; the last approval needed executes it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        decision: "approved" | "rejected";
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LifecycleView"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}/lifecycle/requests/{requestId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a request back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    requestId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LifecycleView"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/systems/{id}/validations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was measured of an AI system, the newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ValidationView"][];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record a validation of exactly the present models and configuration */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        models: {
                            id: string;
                            digest: string;
                        }[];
                        configurationDigest: string;
                        dataset: {
                            name: string;
                            digest: string;
                            licence: string;
                            provenance?: string;
                            preparation?: string;
                        };
                        figures: {
                            name: string;
                            value: number;
                            low: number;
                            high: number;
                            n: number;
                            group: string | null;
                            aim: {
                                atLeast: number;
                            } | null;
                        }[];
                        command: string;
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ValidationView"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/controls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every control with its statement, its evidence and its status */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            evaluatedAt: string;
                            groups: {
                                /** @enum {string} */
                                standard: "iso-42001" | "iso-27001";
                                id: string;
                                title: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                            controls: {
                                /** @enum {string} */
                                standard: "iso-42001" | "iso-27001";
                                id: string;
                                group: string;
                                wording: {
                                    en: string;
                                    ur: string;
                                };
                                expected: {
                                    en: string;
                                    ur: string;
                                };
                                mandatory: boolean;
                                statement: {
                                    /** @enum {string} */
                                    applicability: "undecided" | "applicable" | "not-applicable";
                                    justification: string;
                                    /** @enum {string} */
                                    implementation: "planned" | "implemented" | "not-applicable";
                                    owner: string | null;
                                    notes: string;
                                };
                                record: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    version: number;
                                    /** Format: date-time */
                                    changedAt: string;
                                    changedBy: string;
                                    demo: boolean;
                                } | null;
                                /** @enum {string} */
                                status: "holds" | "attention" | "contradicts" | "planned" | "no-evidence" | "not-applicable";
                                reason: {
                                    en: string;
                                    ur: string;
                                };
                                /** @enum {string} */
                                evidence: "live" | "document" | "none";
                                live: {
                                    /** @enum {string} */
                                    state: "holds" | "attention" | "contradicts";
                                    summary: {
                                        en: string;
                                        ur: string;
                                    };
                                    figures: {
                                        [key: string]: number | string | null;
                                    };
                                    /** Format: date-time */
                                    asOf: string;
                                    stale: boolean;
                                    sources: {
                                        label: string;
                                        href: string;
                                    }[];
                                } | null;
                                documents: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    title: string;
                                    version: number;
                                    owner: string | null;
                                    reviewAt: string | null;
                                    /** @enum {string} */
                                    state: "current" | "due" | "overdue" | "unowned" | "not-approved";
                                    demo: boolean;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/controls/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement of applicability */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            evaluatedAt: string;
                            lines: {
                                /** @enum {string} */
                                standard: "iso-42001" | "iso-27001";
                                id: string;
                                group: string;
                                wording: {
                                    en: string;
                                    ur: string;
                                };
                                statement: {
                                    /** @enum {string} */
                                    applicability: "undecided" | "applicable" | "not-applicable";
                                    justification: string;
                                    /** @enum {string} */
                                    implementation: "planned" | "implemented" | "not-applicable";
                                    owner: string | null;
                                    notes: string;
                                };
                                record: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    version: number;
                                    /** Format: date-time */
                                    changedAt: string;
                                    changedBy: string;
                                    demo: boolean;
                                } | null;
                                /** @enum {string} */
                                status: "holds" | "attention" | "contradicts" | "planned" | "no-evidence" | "not-applicable";
                                /** @enum {string} */
                                evidence: "live" | "document" | "none";
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/controls/{standard}/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One control with its versions and when it turned red */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    standard: "iso-42001" | "iso-27001";
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            control: {
                                /** @enum {string} */
                                standard: "iso-42001" | "iso-27001";
                                id: string;
                                group: string;
                                wording: {
                                    en: string;
                                    ur: string;
                                };
                                expected: {
                                    en: string;
                                    ur: string;
                                };
                                mandatory: boolean;
                                statement: {
                                    /** @enum {string} */
                                    applicability: "undecided" | "applicable" | "not-applicable";
                                    justification: string;
                                    /** @enum {string} */
                                    implementation: "planned" | "implemented" | "not-applicable";
                                    owner: string | null;
                                    notes: string;
                                };
                                record: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    version: number;
                                    /** Format: date-time */
                                    changedAt: string;
                                    changedBy: string;
                                    demo: boolean;
                                } | null;
                                /** @enum {string} */
                                status: "holds" | "attention" | "contradicts" | "planned" | "no-evidence" | "not-applicable";
                                reason: {
                                    en: string;
                                    ur: string;
                                };
                                /** @enum {string} */
                                evidence: "live" | "document" | "none";
                                live: {
                                    /** @enum {string} */
                                    state: "holds" | "attention" | "contradicts";
                                    summary: {
                                        en: string;
                                        ur: string;
                                    };
                                    figures: {
                                        [key: string]: number | string | null;
                                    };
                                    /** Format: date-time */
                                    asOf: string;
                                    stale: boolean;
                                    sources: {
                                        label: string;
                                        href: string;
                                    }[];
                                } | null;
                                documents: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    title: string;
                                    version: number;
                                    owner: string | null;
                                    reviewAt: string | null;
                                    /** @enum {string} */
                                    state: "current" | "due" | "overdue" | "unowned" | "not-approved";
                                    demo: boolean;
                                }[];
                            };
                            versions: {
                                version: number;
                                statement: {
                                    /** @enum {string} */
                                    standard: "iso-42001" | "iso-27001";
                                    control: string;
                                    /** @enum {string} */
                                    applicability: "undecided" | "applicable" | "not-applicable";
                                    justification: string;
                                    /** @enum {string} */
                                    implementation: "planned" | "implemented" | "not-applicable";
                                    owner: string | null;
                                    notes: string;
                                };
                                /** Format: date-time */
                                at: string;
                                by: string;
                                note: string;
                            }[];
                            turns: {
                                index: number;
                                /** Format: date-time */
                                at: string;
                                from: ("holds" | "attention" | "contradicts" | "planned" | "no-evidence" | "not-applicable") | null;
                                /** @enum {string} */
                                to: "holds" | "attention" | "contradicts" | "planned" | "no-evidence" | "not-applicable";
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Decide whether a control applies, who owns it and how far it is */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    standard: "iso-42001" | "iso-27001";
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @enum {string} */
                        applicability: "undecided" | "applicable" | "not-applicable";
                        justification: string;
                        /** @enum {string} */
                        implementation: "planned" | "implemented" | "not-applicable";
                        owner: string | null;
                        notes: string;
                        seen: number | null;
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            control: {
                                /** @enum {string} */
                                standard: "iso-42001" | "iso-27001";
                                id: string;
                                group: string;
                                wording: {
                                    en: string;
                                    ur: string;
                                };
                                expected: {
                                    en: string;
                                    ur: string;
                                };
                                mandatory: boolean;
                                statement: {
                                    /** @enum {string} */
                                    applicability: "undecided" | "applicable" | "not-applicable";
                                    justification: string;
                                    /** @enum {string} */
                                    implementation: "planned" | "implemented" | "not-applicable";
                                    owner: string | null;
                                    notes: string;
                                };
                                record: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    version: number;
                                    /** Format: date-time */
                                    changedAt: string;
                                    changedBy: string;
                                    demo: boolean;
                                } | null;
                                /** @enum {string} */
                                status: "holds" | "attention" | "contradicts" | "planned" | "no-evidence" | "not-applicable";
                                reason: {
                                    en: string;
                                    ur: string;
                                };
                                /** @enum {string} */
                                evidence: "live" | "document" | "none";
                                live: {
                                    /** @enum {string} */
                                    state: "holds" | "attention" | "contradicts";
                                    summary: {
                                        en: string;
                                        ur: string;
                                    };
                                    figures: {
                                        [key: string]: number | string | null;
                                    };
                                    /** Format: date-time */
                                    asOf: string;
                                    stale: boolean;
                                    sources: {
                                        label: string;
                                        href: string;
                                    }[];
                                } | null;
                                documents: {
                                    /** Format: uuid */
                                    id: string;
                                    number: string;
                                    title: string;
                                    version: number;
                                    owner: string | null;
                                    reviewAt: string | null;
                                    /** @enum {string} */
                                    state: "current" | "due" | "overdue" | "unowned" | "not-approved";
                                    demo: boolean;
                                }[];
                            };
                            versions: {
                                version: number;
                                statement: {
                                    /** @enum {string} */
                                    standard: "iso-42001" | "iso-27001";
                                    control: string;
                                    /** @enum {string} */
                                    applicability: "undecided" | "applicable" | "not-applicable";
                                    justification: string;
                                    /** @enum {string} */
                                    implementation: "planned" | "implemented" | "not-applicable";
                                    owner: string | null;
                                    notes: string;
                                };
                                /** Format: date-time */
                                at: string;
                                by: string;
                                note: string;
                            }[];
                            turns: {
                                index: number;
                                /** Format: date-time */
                                at: string;
                                from: ("holds" | "attention" | "contradicts" | "planned" | "no-evidence" | "not-applicable") | null;
                                /** @enum {string} */
                                to: "holds" | "attention" | "contradicts" | "planned" | "no-evidence" | "not-applicable";
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Size, root and newest checkpoint */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerHead"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the platform found when it verified its own ledger, newest first */
        get: {
            parameters: {
                query?: {
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            kind: "full" | "incremental";
                            from: number;
                            size: number;
                            root: string;
                            faults: {
                                code: string;
                                entries: [
                                    number,
                                    number
                                ] | null;
                                message: string;
                            }[];
                            seconds: number;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Entries, newest first */
        get: {
            parameters: {
                query?: {
                    before?: number;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerPage"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/entries/{index}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Inclusion proof of an entry under a signed checkpoint */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    index: number;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LedgerProof"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The whole ledger as JSON Lines, for `amaan ledger verify` */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description JSON Lines */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/jsonl": string;
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the server’s clock stands to the times that it has seen before */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            clock: string;
                            /** Format: date-time */
                            seen: string;
                            behindMs: number;
                            request: {
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                /** Format: date-time */
                                lapsesAt: string;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/clock/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask to go on by the present time after the clock ran ahead, or confirm it as a second person */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            clock: string;
                            /** Format: date-time */
                            seen: string;
                            behindMs: number;
                            request: {
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                reason: string;
                                /** Format: date-time */
                                lapsesAt: string;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Records that you may read, newest first */
        get: {
            parameters: {
                query?: {
                    kind?: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                    system?: string;
                    open?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One record */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A record with all of its versions and signatures */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            versions: {
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                note: string;
                            }[];
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs between two versions of a record */
        get: {
            parameters: {
                query: {
                    from: number;
                    to: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: {
                                version: number;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                note: string;
                            };
                            to: {
                                version: number;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                note: string;
                            };
                            differences: {
                                path: string[];
                                /** @enum {string} */
                                change: "added" | "removed" | "changed";
                                before: components["schemas"]["JsonValue"];
                                after: components["schemas"]["JsonValue"];
                            }[];
                            same: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/records/{id}/comparison/{earlier}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What differs from an earlier record of the same kind and AI system, for example last year’s assessment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    earlier: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            from: {
                                version: number;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                note: string;
                            };
                            to: {
                                version: number;
                                /** Format: date-time */
                                at: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                note: string;
                            };
                            differences: {
                                path: string[];
                                /** @enum {string} */
                                change: "added" | "removed" | "changed";
                                before: components["schemas"]["JsonValue"];
                                after: components["schemas"]["JsonValue"];
                            }[];
                            same: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** AI impact assessments, newest first */
        get: {
            parameters: {
                query?: {
                    system?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            /** @enum {string} */
                            validity: "not-in-force" | "in-force" | "expires-soon" | "expired";
                            level: ("low" | "moderate" | "high" | "very-high") | null;
                            scores: {
                                [key: string]: {
                                    /** @enum {string} */
                                    level: "low" | "moderate" | "high" | "very-high";
                                    gravity: number;
                                    likelihood: number;
                                    why: {
                                        en: string;
                                        ur: string;
                                    }[];
                                };
                            };
                            missing: {
                                id: string;
                                text: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Open a draft, empty or with the answers of an earlier one */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        system: string;
                        /** @default null */
                        copyOf?: string | null;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            /** @enum {string} */
                            validity: "not-in-force" | "in-force" | "expires-soon" | "expired";
                            level: ("low" | "moderate" | "high" | "very-high") | null;
                            scores: {
                                [key: string]: {
                                    /** @enum {string} */
                                    level: "low" | "moderate" | "high" | "very-high";
                                    gravity: number;
                                    likelihood: number;
                                    why: {
                                        en: string;
                                        ur: string;
                                    }[];
                                };
                            };
                            missing: {
                                id: string;
                                text: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessments/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The questions as they are put about a system */
        get: {
            parameters: {
                query: {
                    system: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            form: number;
                            system: string;
                            systemName: string;
                            systemVersion: string;
                            /** @enum {string} */
                            riskTier: "minimal" | "limited" | "high";
                            sections: {
                                id: string;
                                title: {
                                    en: string;
                                    ur: string;
                                };
                                intro: {
                                    en: string;
                                    ur: string;
                                };
                                questions: {
                                    id: string;
                                    /** @enum {string} */
                                    type: "text" | "scale" | "yes-no" | "list";
                                    text: {
                                        en: string;
                                        ur: string;
                                    };
                                    guidance: {
                                        en: string;
                                        ur: string;
                                    };
                                    levels: {
                                        en: string;
                                        ur: string;
                                    }[];
                                    mandatory: boolean;
                                }[];
                            }[];
                            impactScales: {
                                severity: {
                                    en: string;
                                    ur: string;
                                }[];
                                likelihood: {
                                    en: string;
                                    ur: string;
                                }[];
                                reversibility: {
                                    en: string;
                                    ur: string;
                                }[];
                                reach: {
                                    en: string;
                                    ur: string;
                                }[];
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessments/impact-level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The level of an impact, with the words why */
        get: {
            parameters: {
                query: {
                    severity: number;
                    likelihood: number;
                    reversibility: number;
                    reach: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            level: "low" | "moderate" | "high" | "very-high";
                            gravity: number;
                            likelihood: number;
                            why: {
                                en: string;
                                ur: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One impact assessment */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            /** @enum {string} */
                            validity: "not-in-force" | "in-force" | "expires-soon" | "expired";
                            level: ("low" | "moderate" | "high" | "very-high") | null;
                            scores: {
                                [key: string]: {
                                    /** @enum {string} */
                                    level: "low" | "moderate" | "high" | "very-high";
                                    gravity: number;
                                    likelihood: number;
                                    why: {
                                        en: string;
                                        ur: string;
                                    }[];
                                };
                            };
                            missing: {
                                id: string;
                                text: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Save a new version of a draft */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        /** @default  */
                        note?: string;
                        owner: string | null;
                        body: {
                            form: number;
                            systemVersion: string;
                            answers: {
                                [key: string]: {
                                    /** @enum {string} */
                                    type: "text";
                                    text: string;
                                } | {
                                    /** @enum {string} */
                                    type: "scale";
                                    level: number;
                                    why: string;
                                } | {
                                    /** @enum {string} */
                                    type: "yes-no";
                                    yes: boolean;
                                    why: string;
                                } | {
                                    /** @enum {string} */
                                    type: "list";
                                    items: string[];
                                };
                            };
                            impacts: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                affected: "individuals" | "groups" | "society";
                                what: string;
                                severity: number;
                                likelihood: number;
                                reversibility: number;
                                reach: number;
                                measures: string;
                            }[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            /** @enum {string} */
                            validity: "not-in-force" | "in-force" | "expires-soon" | "expired";
                            level: ("low" | "moderate" | "high" | "very-high") | null;
                            scores: {
                                [key: string]: {
                                    /** @enum {string} */
                                    level: "low" | "moderate" | "high" | "very-high";
                                    gravity: number;
                                    likelihood: number;
                                    why: {
                                        en: string;
                                        ur: string;
                                    }[];
                                };
                            };
                            missing: {
                                id: string;
                                text: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessments/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Hand a draft over for a decision */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            /** @enum {string} */
                            validity: "not-in-force" | "in-force" | "expires-soon" | "expired";
                            level: ("low" | "moderate" | "high" | "very-high") | null;
                            scores: {
                                [key: string]: {
                                    /** @enum {string} */
                                    level: "low" | "moderate" | "high" | "very-high";
                                    gravity: number;
                                    likelihood: number;
                                    why: {
                                        en: string;
                                        ur: string;
                                    }[];
                                };
                            };
                            missing: {
                                id: string;
                                text: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessments/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve or reject what somebody else submitted */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        /** @enum {string} */
                        decision: "approved" | "rejected";
                        statement: string;
                        /** @default 12 */
                        months?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            /** @enum {string} */
                            validity: "not-in-force" | "in-force" | "expires-soon" | "expired";
                            level: ("low" | "moderate" | "high" | "very-high") | null;
                            scores: {
                                [key: string]: {
                                    /** @enum {string} */
                                    level: "low" | "moderate" | "high" | "very-high";
                                    gravity: number;
                                    likelihood: number;
                                    why: {
                                        en: string;
                                        ur: string;
                                    }[];
                                };
                            };
                            missing: {
                                id: string;
                                text: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/assessments/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an assessment back; one in force ends at once */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            /** @enum {string} */
                            validity: "not-in-force" | "in-force" | "expires-soon" | "expired";
                            level: ("low" | "moderate" | "high" | "very-high") | null;
                            scores: {
                                [key: string]: {
                                    /** @enum {string} */
                                    level: "low" | "moderate" | "high" | "very-high";
                                    gravity: number;
                                    likelihood: number;
                                    why: {
                                        en: string;
                                        ur: string;
                                    }[];
                                };
                            };
                            missing: {
                                id: string;
                                text: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The AI risk register, newest first */
        get: {
            parameters: {
                query?: {
                    system?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            inherent: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            };
                            residual: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            } | null;
                            overdue: boolean;
                            lateActions: number;
                            acceptances: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            signaturesNeeded: number;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Open a risk */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        system: string | null;
                        title: string;
                        owner: string | null;
                        /** Format: date-time */
                        reviewAt: string;
                        body: {
                            /** @enum {string} */
                            source: "bias" | "misidentification" | "missed-event" | "function-creep" | "privacy" | "security" | "over-reliance" | "drift" | "feedback-loop" | "supplier" | "availability" | "law" | "other";
                            cause: string;
                            event: string;
                            consequence: string;
                            affected: string;
                            existing: string;
                            inherent: {
                                likelihood: number;
                                severity: number;
                            };
                            residual: {
                                likelihood: number;
                                severity: number;
                            } | null;
                            /** @enum {string} */
                            treatment: "avoid" | "reduce" | "share" | "retain";
                            actions: {
                                /** Format: uuid */
                                id: string;
                                what: string;
                                owner: string;
                                /** Format: date */
                                due: string;
                                done: boolean;
                            }[];
                            controls: string[];
                            assessments: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            inherent: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            };
                            residual: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            } | null;
                            overdue: boolean;
                            lateActions: number;
                            acceptances: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            signaturesNeeded: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risks/guide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each number means, and the criteria in force */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            criteria: {
                                acceptableUpTo: number;
                                tolerableUpTo: number;
                            };
                            from: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                title: string;
                            } | null;
                            likelihood: {
                                name: {
                                    en: string;
                                    ur: string;
                                };
                                anchor: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                            severity: {
                                name: {
                                    en: string;
                                    ur: string;
                                };
                                anchor: {
                                    en: string;
                                    ur: string;
                                };
                            }[];
                            levels: ("acceptable" | "tolerable" | "unacceptable")[][];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One risk */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            inherent: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            };
                            residual: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            } | null;
                            overdue: boolean;
                            lateActions: number;
                            acceptances: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            signaturesNeeded: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Save a new version; an acceptance does not outlive it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        /** @default  */
                        note?: string;
                        title: string;
                        owner: string | null;
                        /** Format: date-time */
                        reviewAt: string;
                        body: {
                            /** @enum {string} */
                            source: "bias" | "misidentification" | "missed-event" | "function-creep" | "privacy" | "security" | "over-reliance" | "drift" | "feedback-loop" | "supplier" | "availability" | "law" | "other";
                            cause: string;
                            event: string;
                            consequence: string;
                            affected: string;
                            existing: string;
                            inherent: {
                                likelihood: number;
                                severity: number;
                            };
                            residual: {
                                likelihood: number;
                                severity: number;
                            } | null;
                            /** @enum {string} */
                            treatment: "avoid" | "reduce" | "share" | "retain";
                            actions: {
                                /** Format: uuid */
                                id: string;
                                what: string;
                                owner: string;
                                /** Format: date */
                                due: string;
                                done: boolean;
                            }[];
                            controls: string[];
                            assessments: string[];
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            inherent: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            };
                            residual: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            } | null;
                            overdue: boolean;
                            lateActions: number;
                            acceptances: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            signaturesNeeded: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risks/{id}/treat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that everything planned against it is done */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            inherent: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            };
                            residual: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            } | null;
                            overdue: boolean;
                            lateActions: number;
                            acceptances: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            signaturesNeeded: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risks/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Accept what remains of a risk that others treated */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            inherent: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            };
                            residual: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            } | null;
                            overdue: boolean;
                            lateActions: number;
                            acceptances: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            signaturesNeeded: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risks/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** End a risk that is no more */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            inherent: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            };
                            residual: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            } | null;
                            overdue: boolean;
                            lateActions: number;
                            acceptances: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            signaturesNeeded: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/risks/{id}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take an acceptance or a closing back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            inherent: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            };
                            residual: {
                                score: number;
                                /** @enum {string} */
                                level: "acceptable" | "tolerable" | "unacceptable";
                            } | null;
                            overdue: boolean;
                            lateActions: number;
                            acceptances: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            signaturesNeeded: number;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Documents, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            overdue: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Write a document */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        body: {
                            /** @enum {string} */
                            type: "policy" | "procedure" | "plan" | "contract" | "evidence" | "risk-criteria" | "other";
                            text: string;
                            controls: string[];
                            riskCriteria: {
                                acceptableUpTo: number;
                                tolerableUpTo: number;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            overdue: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One document */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            overdue: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Save a new version; it is a draft until somebody else approves it */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        /** @default  */
                        note?: string;
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        body: {
                            /** @enum {string} */
                            type: "policy" | "procedure" | "plan" | "contract" | "evidence" | "risk-criteria" | "other";
                            text: string;
                            controls: string[];
                            riskCriteria: {
                                acceptableUpTo: number;
                                tolerableUpTo: number;
                            } | null;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            overdue: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Approve what somebody else wrote */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            overdue: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a document out of use */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            overdue: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file of a version, to be saved and not shown */
        get: {
            parameters: {
                query?: {
                    version?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/pdf": string;
                        "application/vnd.oasis.opendocument.text": string;
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": string;
                        "image/png": string;
                        "text/csv": string;
                        "text/plain": string;
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Put a file into a new version: PDF, ODT, DOCX, PNG, CSV or plain text, 10 MB at most */
        put: {
            parameters: {
                query: {
                    name: string;
                    seen: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            overdue: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/explain/alert/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why it exists and what became of it: every step with its ledger proof */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Explanation"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/explain/face-match/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why it exists and what became of it: every step with its ledger proof */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Explanation"];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Evidence packs, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            sample: number;
                            /** @enum {string} */
                            state: "running" | "done" | "failed" | "cancelled";
                            requestedBy: string;
                            /** @default  */
                            maker: string;
                            /** Format: date-time */
                            startedAt: string;
                            endedAt: string | null;
                            progress: {
                                step: string;
                                done: number;
                                total: number;
                            };
                            file: {
                                name: string;
                                bytes: number;
                                digest: string;
                            } | null;
                            error: {
                                code: string;
                                message: string;
                            } | null;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Begin an evidence pack of a period; ask for it again to see how far it is */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        /** @default 25 */
                        sample?: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            sample: number;
                            /** @enum {string} */
                            state: "running" | "done" | "failed" | "cancelled";
                            requestedBy: string;
                            /** @default  */
                            maker: string;
                            /** Format: date-time */
                            startedAt: string;
                            endedAt: string | null;
                            progress: {
                                step: string;
                                done: number;
                                total: number;
                            };
                            file: {
                                name: string;
                                bytes: number;
                                digest: string;
                            } | null;
                            error: {
                                code: string;
                                message: string;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a pack is */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            sample: number;
                            /** @enum {string} */
                            state: "running" | "done" | "failed" | "cancelled";
                            requestedBy: string;
                            /** @default  */
                            maker: string;
                            /** Format: date-time */
                            startedAt: string;
                            endedAt: string | null;
                            progress: {
                                step: string;
                                done: number;
                                total: number;
                            };
                            file: {
                                name: string;
                                bytes: number;
                                digest: string;
                            } | null;
                            error: {
                                code: string;
                                message: string;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Cancel a pack or take a finished one away: whoever made it, or who may remove any */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/packs/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A finished pack, for `amaan govern verify` */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A zip file */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/zip": string;
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which AI systems run, what for, on what basis and with which results; nothing about people */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            format: "amaan-public-register/1";
                            /** Format: date-time */
                            generatedAt: string;
                            organisation: string;
                            demonstration: boolean;
                            complain: string;
                            systems: {
                                id: string;
                                name: {
                                    en: string;
                                    ur: string;
                                };
                                about: {
                                    en: string;
                                    ur: string;
                                };
                                /** @enum {string} */
                                state: "operational" | "pilot" | "suspended" | "planned" | "retired";
                                version: string;
                                intendedUse: {
                                    en: string;
                                    ur: string;
                                };
                                mustNever: {
                                    en: string;
                                    ur: string;
                                }[];
                                affected: {
                                    en: string;
                                    ur: string;
                                }[];
                                humanOversight: {
                                    en: string;
                                    ur: string;
                                }[];
                                limits: {
                                    en: string;
                                    ur: string;
                                }[];
                                data: {
                                    reads: {
                                        en: string;
                                        ur: string;
                                    }[];
                                    keeps: {
                                        what: {
                                            en: string;
                                            ur: string;
                                        };
                                        howLong: {
                                            en: string;
                                            ur: string;
                                        };
                                    }[];
                                };
                                risk: {
                                    /** @enum {string} */
                                    tier: "minimal" | "limited" | "high";
                                    euAiAct: {
                                        category: {
                                            en: string;
                                            ur: string;
                                        };
                                        why: {
                                            en: string;
                                            ur: string;
                                        };
                                    };
                                    reasons: {
                                        en: string;
                                        ur: string;
                                    }[];
                                    recorded: {
                                        risks: number;
                                        treated: number;
                                        accepted: number;
                                    };
                                };
                                models: {
                                    title: string;
                                    source: string;
                                    licence: string;
                                }[];
                                owner: string | null;
                                contact: string | null;
                                legalBasis: string | null;
                                retention: string | null;
                                assessment: {
                                    status: string;
                                    /** Format: date-time */
                                    at: string;
                                    /** Format: date-time */
                                    expiresAt: string;
                                    demo: boolean;
                                } | null;
                                results: {
                                    /** @enum {string} */
                                    state: "counted";
                                    months: ({
                                        /** @enum {string} */
                                        state: "published";
                                        month: string;
                                        alerts: number;
                                        confirmed: number;
                                        rejected: number;
                                        undecided: number;
                                    } | {
                                        /** @enum {string} */
                                        state: "withheld";
                                        month: string;
                                        alerts: number | null;
                                    })[];
                                } | {
                                    /** @enum {string} */
                                    state: "not-in-operation";
                                    because: {
                                        en: string;
                                        ur: string;
                                    };
                                };
                                suspensions: {
                                    /** Format: date-time */
                                    from: string;
                                    to: string | null;
                                    /** @enum {string} */
                                    scope: "system" | "camera-group";
                                    source: string;
                                }[];
                                atrs: {
                                    [key: string]: {
                                        /** @enum {string} */
                                        state: "stated";
                                        value: string | {
                                            en: string;
                                            ur: string;
                                        };
                                    } | {
                                        /** @enum {string} */
                                        state: "not-applicable";
                                        because: {
                                            en: string;
                                            ur: string;
                                        };
                                    } | {
                                        /** @enum {string} */
                                        state: "not-stated";
                                        missing: {
                                            en: string;
                                            ur: string;
                                        };
                                    };
                                };
                                eurocities: {
                                    [key: string]: {
                                        /** @enum {string} */
                                        state: "stated";
                                        value: string | {
                                            en: string;
                                            ur: string;
                                        };
                                    } | {
                                        /** @enum {string} */
                                        state: "not-applicable";
                                        because: {
                                            en: string;
                                            ur: string;
                                        };
                                    } | {
                                        /** @enum {string} */
                                        state: "not-stated";
                                        missing: {
                                            en: string;
                                            ur: string;
                                        };
                                    };
                                };
                            }[];
                            figures: {
                                faceSearches: {
                                    /** @enum {string} */
                                    state: "counted";
                                    months: ({
                                        /** @enum {string} */
                                        state: "published";
                                        month: string;
                                        count: number;
                                    } | {
                                        /** @enum {string} */
                                        state: "withheld";
                                        month: string;
                                    })[];
                                } | {
                                    /** @enum {string} */
                                    state: "not-in-operation";
                                    because: {
                                        en: string;
                                        ur: string;
                                    };
                                };
                                faceMatches: {
                                    /** @enum {string} */
                                    state: "counted";
                                    months: ({
                                        /** @enum {string} */
                                        state: "published";
                                        month: string;
                                        count: number;
                                    } | {
                                        /** @enum {string} */
                                        state: "withheld";
                                        month: string;
                                    })[];
                                } | {
                                    /** @enum {string} */
                                    state: "not-in-operation";
                                    because: {
                                        en: string;
                                        ur: string;
                                    };
                                };
                                finesCancelled: {
                                    /** @enum {string} */
                                    state: "counted";
                                    months: ({
                                        /** @enum {string} */
                                        state: "published";
                                        month: string;
                                        count: number;
                                    } | {
                                        /** @enum {string} */
                                        state: "withheld";
                                        month: string;
                                    })[];
                                } | {
                                    /** @enum {string} */
                                    state: "not-in-operation";
                                    because: {
                                        en: string;
                                        ur: string;
                                    };
                                };
                            };
                            faceErrors: {
                                /** @enum {string} */
                                state: "counted";
                                months: ({
                                    /** @enum {string} */
                                    state: "published";
                                    month: string;
                                    faces: number;
                                    alerts: number;
                                    confirmed: number;
                                    rejected: number;
                                    undecided: number;
                                    falsePerAlert: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    falsePerFace: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    light: {
                                        /** @enum {string} */
                                        light: "day" | "night";
                                        falsePerAlert: {
                                            /** @enum {string} */
                                            state: "known";
                                            value: number;
                                            low: number;
                                            high: number;
                                            count: number;
                                            about?: string;
                                        } | {
                                            /** @enum {string} */
                                            state: "not-enough-data";
                                            count: number;
                                            needed: number;
                                        };
                                        falsePerFace: {
                                            /** @enum {string} */
                                            state: "known";
                                            value: number;
                                            low: number;
                                            high: number;
                                            count: number;
                                            about?: string;
                                        } | {
                                            /** @enum {string} */
                                            state: "not-enough-data";
                                            count: number;
                                            needed: number;
                                        };
                                    }[];
                                } | {
                                    /** @enum {string} */
                                    state: "withheld";
                                    month: string;
                                })[];
                                audits: {
                                    name: string;
                                    source: string;
                                    /** Format: date */
                                    from: string;
                                    /** Format: date */
                                    to: string;
                                    groups: {
                                        grouping: string;
                                        label: string;
                                        faces: number;
                                        falsePerAlert: {
                                            /** @enum {string} */
                                            state: "known";
                                            value: number;
                                            low: number;
                                            high: number;
                                            count: number;
                                            about?: string;
                                        } | {
                                            /** @enum {string} */
                                            state: "not-enough-data";
                                            count: number;
                                            needed: number;
                                        };
                                        falsePerFace: {
                                            /** @enum {string} */
                                            state: "known";
                                            value: number;
                                            low: number;
                                            high: number;
                                            count: number;
                                            about?: string;
                                        } | {
                                            /** @enum {string} */
                                            state: "not-enough-data";
                                            count: number;
                                            needed: number;
                                        };
                                    }[];
                                }[];
                            } | {
                                /** @enum {string} */
                                state: "not-in-operation";
                                because: {
                                    en: string;
                                    ur: string;
                                };
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every AI system on every camera group, and how its rules stand */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            latestRun: {
                                /** Format: uuid */
                                id: string;
                                /** Format: date-time */
                                startedAt: string;
                                /** Format: date-time */
                                finishedAt: string;
                                rules: number;
                                checks: number;
                                firing: number;
                                notEnoughData: number;
                                digest: string;
                            } | null;
                            gap: boolean;
                            disabledRules: number;
                            pairs: {
                                system: string;
                                /** Format: uuid */
                                groupId: string;
                                groupName: string;
                                /** Format: uuid */
                                siteId: string;
                                siteName: string;
                                simulated: boolean;
                                /** @enum {string} */
                                state: "ok" | "firing" | "not-enough-data";
                                volume: number;
                                figures: {
                                    /** @enum {string} */
                                    metric: "volume-ratio" | "latency-p95" | "override-rate" | "review-time-median" | "brightness-drift" | "sharpness-drift" | "resolution-drift" | "object-mix-drift" | "confidence-drift" | "brightness-ks" | "sharpness-ks" | "resolution-ks" | "confidence-ks" | "calibration-error" | "error-rate" | "error-gap";
                                    figure: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                }[];
                                firing: {
                                    /** Format: uuid */
                                    ruleId: string;
                                    name: string;
                                    /** Format: date-time */
                                    since: string;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/detail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One AI system on one camera group: hours, drift, calibration, errors */
        get: {
            parameters: {
                query: {
                    system: string;
                    groupId: string;
                    simulated: "true" | "false";
                    hours?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            pair: {
                                system: string;
                                /** Format: uuid */
                                groupId: string;
                                groupName: string;
                                /** Format: uuid */
                                siteId: string;
                                siteName: string;
                                simulated: boolean;
                                /** @enum {string} */
                                state: "ok" | "firing" | "not-enough-data";
                                volume: number;
                                figures: {
                                    /** @enum {string} */
                                    metric: "volume-ratio" | "latency-p95" | "override-rate" | "review-time-median" | "brightness-drift" | "sharpness-drift" | "resolution-drift" | "object-mix-drift" | "confidence-drift" | "brightness-ks" | "sharpness-ks" | "resolution-ks" | "confidence-ks" | "calibration-error" | "error-rate" | "error-gap";
                                    figure: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                }[];
                                firing: {
                                    /** Format: uuid */
                                    ruleId: string;
                                    name: string;
                                    /** Format: date-time */
                                    since: string;
                                }[];
                            };
                            reference: {
                                /** Format: uuid */
                                id: string;
                                system: string;
                                /** Format: uuid */
                                groupId: string;
                                simulated: boolean;
                                /** Format: date-time */
                                from: string;
                                /** Format: date-time */
                                to: string;
                                /** Format: date-time */
                                pinnedAt: string;
                                pinnedBy: string;
                            } | null;
                            hours: {
                                /** Format: date-time */
                                hour: string;
                                volume: number;
                                latencyMedian: number | null;
                                latencyP95: number | null;
                                brightnessMedian: number | null;
                                sharpnessMedian: number | null;
                                alerts: number;
                                confirmed: number;
                                rejected: number;
                                figures: {
                                    overrideRate: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    errorRate: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    reviewTimeMedian: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    calibrationError: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    confidenceMedian: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    latencyP95: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    brightnessMedian: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    sharpnessMedian: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                };
                            }[];
                            overrideRate: {
                                /** @enum {string} */
                                state: "known";
                                value: number;
                                low: number;
                                high: number;
                                count: number;
                                about?: string;
                            } | {
                                /** @enum {string} */
                                state: "not-enough-data";
                                count: number;
                                needed: number;
                            };
                            reviewTimeMedian: {
                                /** @enum {string} */
                                state: "known";
                                value: number;
                                low: number;
                                high: number;
                                count: number;
                                about?: string;
                            } | {
                                /** @enum {string} */
                                state: "not-enough-data";
                                count: number;
                                needed: number;
                            };
                            drifts: {
                                /** @enum {string} */
                                metric: "volume-ratio" | "latency-p95" | "override-rate" | "review-time-median" | "brightness-drift" | "sharpness-drift" | "resolution-drift" | "object-mix-drift" | "confidence-drift" | "brightness-ks" | "sharpness-ks" | "resolution-ks" | "confidence-ks" | "calibration-error" | "error-rate" | "error-gap";
                                bins: {
                                    label: string;
                                    reference: number;
                                    present: number;
                                }[];
                                psi: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                                ks: {
                                    distance: number;
                                    p: number;
                                } | null;
                                ordered: boolean;
                            }[];
                            calibration: {
                                error: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                                bins: {
                                    from: number;
                                    to: number;
                                    meanConfidence: number;
                                    right: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                }[];
                            };
                            errors: {
                                /** @enum {string} */
                                dimension: "camera" | "object-class" | "time-of-day";
                                part: string;
                                rate: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Evaluations, newest first */
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            startedAt: string;
                            /** Format: date-time */
                            finishedAt: string;
                            rules: number;
                            checks: number;
                            firing: number;
                            notEnoughData: number;
                            digest: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rules in force, disabled ones among them */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            metric: "volume-ratio" | "latency-p95" | "override-rate" | "review-time-median" | "brightness-drift" | "sharpness-drift" | "resolution-drift" | "object-mix-drift" | "confidence-drift" | "brightness-ks" | "sharpness-ks" | "resolution-ks" | "confidence-ks" | "calibration-error" | "error-rate" | "error-gap";
                            system: string | null;
                            threshold: number;
                            minimumCount: number;
                            windowHours: number;
                            /** @enum {string} */
                            consequence: "note" | "incident" | "suspend";
                            /** @enum {string} */
                            severity: "low" | "medium" | "high" | "critical";
                            enabled: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            reason: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Add a rule */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rule: {
                            name: string;
                            /** @enum {string} */
                            metric: "volume-ratio" | "latency-p95" | "override-rate" | "review-time-median" | "brightness-drift" | "sharpness-drift" | "resolution-drift" | "object-mix-drift" | "confidence-drift" | "brightness-ks" | "sharpness-ks" | "resolution-ks" | "confidence-ks" | "calibration-error" | "error-rate" | "error-gap";
                            system: string | null;
                            threshold: number;
                            minimumCount: number;
                            windowHours: number;
                            /** @enum {string} */
                            consequence: "note" | "incident" | "suspend";
                            /** @enum {string} */
                            severity: "low" | "medium" | "high" | "critical";
                            enabled: boolean;
                        };
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            metric: "volume-ratio" | "latency-p95" | "override-rate" | "review-time-median" | "brightness-drift" | "sharpness-drift" | "resolution-drift" | "object-mix-drift" | "confidence-drift" | "brightness-ks" | "sharpness-ks" | "resolution-ks" | "confidence-ks" | "calibration-error" | "error-rate" | "error-gap";
                            system: string | null;
                            threshold: number;
                            minimumCount: number;
                            windowHours: number;
                            /** @enum {string} */
                            consequence: "note" | "incident" | "suspend";
                            /** @enum {string} */
                            severity: "low" | "medium" | "high" | "critical";
                            enabled: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            reason: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/rules/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of a rule, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            metric: "volume-ratio" | "latency-p95" | "override-rate" | "review-time-median" | "brightness-drift" | "sharpness-drift" | "resolution-drift" | "object-mix-drift" | "confidence-drift" | "brightness-ks" | "sharpness-ks" | "resolution-ks" | "confidence-ks" | "calibration-error" | "error-rate" | "error-gap";
                            system: string | null;
                            threshold: number;
                            minimumCount: number;
                            windowHours: number;
                            /** @enum {string} */
                            consequence: "note" | "incident" | "suspend";
                            /** @enum {string} */
                            severity: "low" | "medium" | "high" | "critical";
                            enabled: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            reason: string;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/rules/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Change a rule or disable it; the versions before stay */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        rule: {
                            name: string;
                            /** @enum {string} */
                            metric: "volume-ratio" | "latency-p95" | "override-rate" | "review-time-median" | "brightness-drift" | "sharpness-drift" | "resolution-drift" | "object-mix-drift" | "confidence-drift" | "brightness-ks" | "sharpness-ks" | "resolution-ks" | "confidence-ks" | "calibration-error" | "error-rate" | "error-gap";
                            system: string | null;
                            threshold: number;
                            minimumCount: number;
                            windowHours: number;
                            /** @enum {string} */
                            consequence: "note" | "incident" | "suspend";
                            /** @enum {string} */
                            severity: "low" | "medium" | "high" | "critical";
                            enabled: boolean;
                        };
                        reason: string;
                        seen: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            name: string;
                            /** @enum {string} */
                            metric: "volume-ratio" | "latency-p95" | "override-rate" | "review-time-median" | "brightness-drift" | "sharpness-drift" | "resolution-drift" | "object-mix-drift" | "confidence-drift" | "brightness-ks" | "sharpness-ks" | "resolution-ks" | "confidence-ks" | "calibration-error" | "error-rate" | "error-gap";
                            system: string | null;
                            threshold: number;
                            minimumCount: number;
                            windowHours: number;
                            /** @enum {string} */
                            consequence: "note" | "incident" | "suspend";
                            /** @enum {string} */
                            severity: "low" | "medium" | "high" | "critical";
                            enabled: boolean;
                            /** Format: uuid */
                            id: string;
                            version: number;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: string;
                            reason: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Choose the hours that the present is compared with */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        system: string;
                        /** Format: uuid */
                        groupId: string;
                        simulated: boolean;
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            system: string;
                            /** Format: uuid */
                            groupId: string;
                            simulated: boolean;
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            /** Format: date-time */
                            pinnedAt: string;
                            pinnedBy: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/monitoring/ground-truth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Audit sets with error rates by lawful groups, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            source: string;
                            digest: string;
                            kept: number;
                            refused: {
                                line: number;
                                reason: string;
                            }[];
                            refusedCount: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            uploadedBy: string;
                            rates: {
                                system: string;
                                simulated: boolean;
                                grouping: ("site" | "camera-group" | "camera" | "light" | "weather" | "vehicle-class") | "all";
                                label: string;
                                rate: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                            }[];
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Keep the good lines of an audit set; the answer names the others with their reasons */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        name: string;
                        source: string;
                        csv: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            source: string;
                            digest: string;
                            kept: number;
                            refused: {
                                line: number;
                                reason: string;
                            }[];
                            refusedCount: number;
                            /** Format: date-time */
                            uploadedAt: string;
                            uploadedBy: string;
                            rates: {
                                system: string;
                                simulated: boolean;
                                grouping: ("site" | "camera-group" | "camera" | "light" | "weather" | "vehicle-class") | "all";
                                label: string;
                                rate: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How fast alerts were served, by city and shift */
        get: {
            parameters: {
                query: {
                    from: string;
                    to: string;
                    siteId?: string;
                    simulated?: "true" | "false";
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: date-time */
                            from: string;
                            /** Format: date-time */
                            to: string;
                            settings: {
                                timeZone: string;
                                shifts: {
                                    name: string;
                                    from: string;
                                }[];
                                targets: {
                                    alert: number;
                                    acknowledgement: number;
                                    dispatch: number;
                                    closure: number;
                                };
                            };
                            settingsVersion: number;
                            alerts: number;
                            simulated: boolean;
                            whole: {
                                /** @enum {string} */
                                phase: "alert" | "acknowledgement" | "dispatch" | "closure";
                                median: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                                p90: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                                withinTarget: {
                                    /** @enum {string} */
                                    state: "known";
                                    value: number;
                                    low: number;
                                    high: number;
                                    count: number;
                                    about?: string;
                                } | {
                                    /** @enum {string} */
                                    state: "not-enough-data";
                                    count: number;
                                    needed: number;
                                };
                            }[];
                            parts: {
                                /** Format: uuid */
                                siteId: string;
                                siteName: string;
                                shift: string | null;
                                alerts: number;
                                phases: {
                                    /** @enum {string} */
                                    phase: "alert" | "acknowledgement" | "dispatch" | "closure";
                                    median: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    p90: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                    withinTarget: {
                                        /** @enum {string} */
                                        state: "known";
                                        value: number;
                                        low: number;
                                        high: number;
                                        count: number;
                                        about?: string;
                                    } | {
                                        /** @enum {string} */
                                        state: "not-enough-data";
                                        count: number;
                                        needed: number;
                                    };
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/performance/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set the shifts and the targets */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        settings: {
                            timeZone: string;
                            shifts: {
                                name: string;
                                from: string;
                            }[];
                            targets: {
                                alert: number;
                                acknowledgement: number;
                                dispatch: number;
                                closure: number;
                            };
                        };
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            version: number;
                            settings: {
                                timeZone: string;
                                shifts: {
                                    name: string;
                                    from: string;
                                }[];
                                targets: {
                                    alert: number;
                                    acknowledgement: number;
                                    dispatch: number;
                                    closure: number;
                                };
                            };
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every incident, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Open a incident */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        system: string | null;
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        /** @default  */
                        note?: string;
                        body: {
                            /** @enum {string} */
                            severity: "low" | "medium" | "high" | "critical";
                            what: string;
                            /** Format: date-time */
                            detectedAt: string;
                            cameraGroupId: string | null;
                            /** @default  */
                            cause?: string;
                            /** @default  */
                            correction?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One incident with its steps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Make the next version of a incident */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        /** @default  */
                        note?: string;
                        seen: number;
                        body: {
                            /** @enum {string} */
                            severity: "low" | "medium" | "high" | "critical";
                            what: string;
                            /** Format: date-time */
                            detectedAt: string;
                            cameraGroupId: string | null;
                            /** @default  */
                            cause?: string;
                            /** @default  */
                            correction?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/incidents/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a incident one state further */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nonconformities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every nonconformity, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Open a nonconformity */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        system: string | null;
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        /** @default  */
                        note?: string;
                        body: {
                            /** @enum {string} */
                            source: "audit" | "incident" | "monitoring" | "concern" | "person";
                            /** @default [] */
                            controls?: string[];
                            what: string;
                            /** @default [] */
                            records?: string[];
                            /** @default  */
                            cause?: string;
                            /** @default  */
                            correction?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nonconformities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One nonconformity with its steps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Make the next version of a nonconformity */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        /** @default  */
                        note?: string;
                        seen: number;
                        body: {
                            /** @enum {string} */
                            source: "audit" | "incident" | "monitoring" | "concern" | "person";
                            /** @default [] */
                            controls?: string[];
                            what: string;
                            /** @default [] */
                            records?: string[];
                            /** @default  */
                            cause?: string;
                            /** @default  */
                            correction?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/nonconformities/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a nonconformity one state further */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corrective-actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every corrective action, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Open a corrective action */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        system: string | null;
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        /** @default  */
                        note?: string;
                        body: {
                            /** Format: uuid */
                            nonconformityId: string;
                            what: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** @default  */
                            evidence?: string;
                            /** @default  */
                            effect?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corrective-actions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One corrective action with its steps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Make the next version of a corrective action */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        /** @default  */
                        note?: string;
                        seen: number;
                        body: {
                            /** Format: uuid */
                            nonconformityId: string;
                            what: string;
                            /** Format: date-time */
                            dueAt: string;
                            /** @default  */
                            evidence?: string;
                            /** @default  */
                            effect?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/corrective-actions/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a corrective action one state further */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every audit, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Open a audit */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        system: string | null;
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        /** @default  */
                        note?: string;
                        body: {
                            scope: string;
                            /** @default [] */
                            controls?: string[];
                            /** @default [] */
                            systems?: string[];
                            /** Format: date-time */
                            plannedAt: string;
                            /** @default  */
                            conclusion?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audits/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One audit with its steps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Make the next version of a audit */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        /** @default  */
                        note?: string;
                        seen: number;
                        body: {
                            scope: string;
                            /** @default [] */
                            controls?: string[];
                            /** @default [] */
                            systems?: string[];
                            /** Format: date-time */
                            plannedAt: string;
                            /** @default  */
                            conclusion?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audits/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a audit one state further */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/management-reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every management review, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Prepare the review of a period, its inputs filled from the system */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/management-reviews/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One management review with its steps */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Make the next version of a management review */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        owner: string | null;
                        reviewAt: string | null;
                        /** @default  */
                        note?: string;
                        seen: number;
                        body: {
                            /** Format: date-time */
                            heldAt: string;
                            /** @default [] */
                            participants?: string[];
                            /** @default  */
                            previousDecisions?: string;
                            /** @default [] */
                            earlierDecisions?: {
                                decision: string;
                                review: string;
                                /** @enum {string} */
                                state: "open" | "done" | "dropped";
                                /** @default  */
                                note?: string;
                            }[];
                            /** @default  */
                            changes?: string;
                            /** @default  */
                            decisions?: string;
                            /** @default  */
                            resources?: string;
                        };
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/management-reviews/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a management review one state further */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audits/programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The audits of a year, overdue ones marked, and which systems and controls none of them covers */
        get: {
            parameters: {
                query: {
                    year: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            year: number;
                            audits: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                title: string;
                                status: string;
                                /** Format: date-time */
                                plannedAt: string;
                                overdue: boolean;
                            }[];
                            systems: {
                                id: string;
                                planned: number;
                                reported: number;
                            }[];
                            controls: {
                                standard: string;
                                total: number;
                                covered: number;
                                uncovered: string[];
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audits/{id}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Keep what was found in the chain of one drawn alert */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        alertId: string;
                        /** @enum {string} */
                        finding: "not-looked-at" | "conforms" | "does-not-conform";
                        /** @default  */
                        note?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Draw random alerts of a period; the seed is the root of the ledger, so anybody can repeat it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        from: string;
                        /** Format: date-time */
                        to: string;
                        size: number;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concerns/{id}/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an incident from a concern; the two name each other */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        owner: string | null;
                        /** @enum {string} */
                        severity: "low" | "medium" | "high" | "critical";
                        what: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/alerts/{id}/incidents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open an incident from an alert; the record holds its identifier and nothing else of it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        title: string;
                        owner: string | null;
                        /** @enum {string} */
                        severity: "low" | "medium" | "high" | "critical";
                        what: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/concerns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Raise a concern from outside; the answer is the only time that the code is shown */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        system?: string;
                        /** @enum {string} */
                        category: "wrong-alert" | "privacy" | "discrimination" | "misuse" | "security" | "accessibility" | "other";
                        what: string;
                        contact?: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string;
                            code: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/public/concerns/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What became of a concern, for the holder of its number and code */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        number: string;
                        code: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string;
                            status: string;
                            /** Format: date-time */
                            raisedAt: string;
                            /** Format: date-time */
                            changedAt: string;
                            answer: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concerns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every concern, newest first; what citizens wrote is shown to those who handle it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        }[];
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Raise a concern as staff, without a name where wished */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        system?: string;
                        /** @enum {string} */
                        category: "wrong-alert" | "privacy" | "discrimination" | "misuse" | "security" | "accessibility" | "other";
                        what: string;
                        contact?: string;
                        anonymous: boolean;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            number: string;
                            code: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concerns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One concern */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                            contact: string | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concerns/{id}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Write what whoever raised it is told */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        seen: number;
                        answer: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                            number: string;
                            system: string | null;
                            title: string;
                            status: string;
                            owner: string | null;
                            /** Format: date-time */
                            openedAt: string;
                            closedAt: string | null;
                            reviewAt: string | null;
                            expiresAt: string | null;
                            version: number;
                            body: {
                                [key: string]: components["schemas"]["JsonValue"];
                            };
                            digest: string;
                            /** Format: date-time */
                            changedAt: string;
                            changedBy: {
                                actor: string;
                                name: string;
                                person: string;
                                role: string;
                            };
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/concerns/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a concern one state further */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        to: string;
                        reason: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            record: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "impact-assessment" | "risk" | "control" | "document" | "incident" | "nonconformity" | "corrective-action" | "concern" | "audit" | "management-review";
                                number: string;
                                system: string | null;
                                title: string;
                                status: string;
                                owner: string | null;
                                /** Format: date-time */
                                openedAt: string;
                                closedAt: string | null;
                                reviewAt: string | null;
                                expiresAt: string | null;
                                version: number;
                                body: {
                                    [key: string]: components["schemas"]["JsonValue"];
                                };
                                digest: string;
                                /** Format: date-time */
                                changedAt: string;
                                changedBy: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                demo: boolean;
                            };
                            signatures: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                meaning: string;
                                by: {
                                    actor: string;
                                    name: string;
                                    person: string;
                                    role: string;
                                };
                                /** Format: date-time */
                                at: string;
                                statement: string;
                                demo: boolean;
                            }[];
                            steps: {
                                to: string;
                                byAnother: boolean;
                                gaps: string[];
                            }[];
                            related: {
                                /** Format: uuid */
                                id: string;
                                number: string;
                                kind: string;
                                title: string;
                                status: string;
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/training": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The courses, and who has passed which */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            courses: {
                                id: string;
                                title: {
                                    en: string;
                                    ur: string;
                                };
                                about: {
                                    en: string;
                                    ur: string;
                                };
                                roles: ("operator" | "supervisor" | "investigator" | "traffic-reviewer" | "analyst" | "governance-officer" | "auditor" | "administrator")[];
                                validMonths: number;
                            }[];
                            people: {
                                person: string;
                                name: string;
                                /** @enum {string} */
                                role: "operator" | "supervisor" | "investigator" | "traffic-reviewer" | "analyst" | "governance-officer" | "auditor" | "administrator";
                                records: {
                                    /** Format: uuid */
                                    id: string;
                                    person: string;
                                    course: string;
                                    /** Format: date-time */
                                    passedAt: string;
                                    /** Format: date-time */
                                    expiresAt: string;
                                    recordedBy: string;
                                    /** Format: date-time */
                                    recordedAt: string;
                                    demo: boolean;
                                }[];
                                gaps: {
                                    course: string;
                                    expiredAt: string | null;
                                }[];
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        /** Record that somebody else has passed a course */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        person: string;
                        course: string;
                        /** Format: date-time */
                        passedAt: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            person: string;
                            course: string;
                            /** Format: date-time */
                            passedAt: string;
                            /** Format: date-time */
                            expiresAt: string;
                            recordedBy: string;
                            /** Format: date-time */
                            recordedAt: string;
                            demo: boolean;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/roads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The roads that the map draws (GeoJSON) */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            type: "FeatureCollection";
                            features: {
                                /** @enum {string} */
                                type: "Feature";
                                properties: {
                                    name: string;
                                    /** @enum {string} */
                                    kind: "main" | "side" | "canal";
                                    simulated: boolean;
                                };
                                geometry: {
                                    /** @enum {string} */
                                    type: "LineString";
                                    coordinates: [
                                        number,
                                        number
                                    ][];
                                };
                            }[];
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which case alerts and evidence are read for; holds for an hour, by cookie or header */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        caseId: string;
                        /** @enum {string} */
                        purpose: "crime-investigation" | "missing-person" | "traffic-collision" | "complaint" | "court-order";
                        statement: string;
                    };
                };
            };
            responses: {
                /** @description Default Response */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            caseId: string;
                            caseNumber: string;
                            /** Format: uuid */
                            siteId: string;
                            /** @enum {string} */
                            purpose: "crime-investigation" | "missing-person" | "traffic-collision" | "complaint" | "court-order";
                            statement: string;
                            /** Format: date-time */
                            at: string;
                            /** Format: date-time */
                            expiresAt: string;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/purposes/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is being read for now */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            purpose: {
                                /** Format: uuid */
                                id: string;
                                /** Format: uuid */
                                caseId: string;
                                caseNumber: string;
                                /** Format: uuid */
                                siteId: string;
                                /** @enum {string} */
                                purpose: "crime-investigation" | "missing-person" | "traffic-collision" | "complaint" | "court-order";
                                statement: string;
                                /** Format: date-time */
                                at: string;
                                /** Format: date-time */
                                expiresAt: string;
                            } | null;
                        };
                    };
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        /** Stop reading for a case */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Default Response */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Problem */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Alert: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** Format: uuid */
            cameraId: string;
            cameraName: string;
            /** @enum {string} */
            state: "new" | "confirmed" | "rejected";
            /** @enum {string} */
            priority: "critical" | "high" | "medium" | "low";
            ruleName: string;
            /**
             * @default {
             *       "kind": "rule"
             *     }
             */
            cause: {
                /** @constant */
                kind: "rule";
            } | {
                /** @constant */
                kind: "hotlist";
                hit: {
                    /** Format: uuid */
                    hotlistId: string;
                    hotlistVersion: number;
                    hotlistName: string;
                    /** @enum {string} */
                    hotlistKind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                    /** Format: uuid */
                    entryId: string;
                    entryPlate: string;
                    note: string;
                    caseNumber: string;
                    readPlate: string;
                    cost: number;
                    differences: {
                        at: number;
                        read: string;
                        expected: string;
                        cost: number;
                    }[];
                };
            } | {
                /** @constant */
                kind: "clone";
                suspicion: {
                    /** @constant */
                    kind: "impossible-travel";
                    plate: string;
                    /** Format: uuid */
                    otherId: string;
                    /** Format: date-time */
                    otherCapturedAt: string;
                    /** Format: uuid */
                    otherCameraId: string;
                    metres: number;
                    seconds: number;
                    speed: number | null;
                    limit: number;
                } | {
                    /** @constant */
                    kind: "registry-contradiction";
                    plate: string;
                    differences: {
                        /** @enum {string} */
                        field: "class" | "colour";
                        seen: string;
                        registered: string;
                    }[];
                };
            } | {
                /** @constant */
                kind: "traffic-incident";
                incident: {
                    /** @enum {string} */
                    kind: "stopped-vehicle" | "wrong-way" | "sudden-queue" | "pedestrian-on-carriageway" | "congestion-onset";
                    laneId: string;
                    /** Format: date-time */
                    began: string;
                    /** Format: date-time */
                    noticed: string;
                    secondsToDetect: number;
                    object: {
                        /** @enum {string} */
                        class: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                        confidence: number;
                        box: [
                            number,
                            number,
                            number,
                            number
                        ];
                        track: number;
                    } | null;
                    box: [
                        number,
                        number,
                        number,
                        number
                    ];
                    queueVehicles: number | null;
                    speedKmh: number | null;
                };
                laneName: string;
                view: {
                    /** Format: uuid */
                    id: string;
                    version: number;
                };
            };
            /** Format: date-time */
            raisedAt: string;
            simulated: boolean;
            observation: components["schemas"]["Observation"];
            evidence: components["schemas"]["EvidenceItem"][];
            review: components["schemas"]["Review"] | null;
        };
        AlertPage: {
            alerts: components["schemas"]["Alert"][];
            nextCursor: string | null;
            counts: {
                new: number;
                confirmed: number;
                rejected: number;
            };
        };
        Camera: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            siteId: string;
            /** Format: uuid */
            groupId: string;
            name: string;
            displayUrl: string;
            position: [
                number,
                number
            ] | null;
            analysisRate: number;
            readsPlates: boolean;
            simulated: boolean;
            rules: components["schemas"]["SceneRule"][];
            status: components["schemas"]["CameraStatus"] | null;
        };
        CameraStatus: {
            /** Format: uuid */
            cameraId: string;
            /** @enum {string} */
            state: "connecting" | "live" | "failed" | "stopped";
            /** Format: date-time */
            since: string;
            error: {
                code: string;
                message: string;
            } | null;
            framesPerSecond: number;
            framesDropped: number;
            width: number;
            height: number;
            lastFrameAt: string | null;
            inferenceDenied: string | null;
        };
        EvidenceItem: {
            /** Format: uuid */
            observationId: string;
            /** Format: date-time */
            capturedAt: string;
            /** @enum {string} */
            kind: "model-frame" | "picture" | "clip" | "plate-crop";
            digest: string;
            mediaType: string;
            bytes: number;
        };
        Explanation: {
            /** @constant */
            kind: "alert";
            /** @constant */
            format: "amaan-explanation/1";
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            explainedAt: string;
            notesWithheld: boolean;
            steps: ({
                /** @constant */
                step: "frame";
                link: string | null;
                entries: number[];
                digest: string;
                /** Format: date-time */
                capturedAt: string;
                clockOffsetMs: number;
                evidence: {
                    /** @enum {string} */
                    kind: "model-frame" | "picture" | "clip" | "plate-crop" | "face-crop";
                    digest: string;
                    mediaType: string;
                }[];
            } | {
                /** @constant */
                step: "model";
                link: string | null;
                entries: number[];
                id: string;
                title: string;
                digest: string;
                licence: string;
                source: string;
            } | {
                /** @constant */
                step: "configuration";
                link: string | null;
                entries: number[];
                digest: string;
                system: string;
                version: string;
                thresholds: {
                    [key: string]: number;
                };
                settings: {
                    [key: string]: number | string | boolean;
                };
            } | {
                /** @constant */
                step: "rule";
                link: string | null;
                entries: number[];
                rule: components["schemas"]["SceneRule"];
                digest: string;
            } | {
                /** @constant */
                step: "hotlist";
                link: string | null;
                entries: number[];
                list: {
                    /** Format: uuid */
                    id: string;
                    version: number;
                    body: {
                        name: string;
                        /** @enum {string} */
                        kind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                        owner: string;
                        reason: string;
                        legalBasis: string;
                        /** @enum {string} */
                        priority: "critical" | "high" | "medium" | "low";
                        /** Format: date */
                        expiresOn: string;
                        /** Format: date */
                        reviewOn: string;
                        /** @default 1 */
                        tolerance: number;
                        siteId: string | null;
                    };
                    digest: string;
                    /** Format: date-time */
                    at: string;
                    by: string;
                };
                entry: {
                    content: {
                        plate: string;
                        /** @default  */
                        note: string;
                        /** @default  */
                        caseNumber: string;
                        /** @default null */
                        expiresOn: string | null;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        hotlistId: string;
                    } | null;
                    digest: string;
                    /** @enum {string} */
                    state: "waiting" | "active" | "refused" | "removed" | "expired";
                    /** Format: date-time */
                    addedAt: string;
                    addedBy: string;
                    importId: string | null;
                    approvedAt: string | null;
                    approvedBy: string | null;
                };
                hit: {
                    /** Format: uuid */
                    hotlistId: string;
                    hotlistVersion: number;
                    hotlistName: string;
                    /** @enum {string} */
                    hotlistKind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                    /** Format: uuid */
                    entryId: string;
                    entryPlate: string;
                    note: string;
                    caseNumber: string;
                    readPlate: string;
                    cost: number;
                    differences: {
                        at: number;
                        read: string;
                        expected: string;
                        cost: number;
                    }[];
                } | null;
                cost: number;
                digest: string;
            } | {
                /** @constant */
                step: "clone";
                link: string | null;
                entries: number[];
                suspicion: ({
                    /** @constant */
                    kind: "impossible-travel";
                    plate: string;
                    /** Format: uuid */
                    otherId: string;
                    /** Format: date-time */
                    otherCapturedAt: string;
                    /** Format: uuid */
                    otherCameraId: string;
                    metres: number;
                    seconds: number;
                    speed: number | null;
                    limit: number;
                } | {
                    /** @constant */
                    kind: "registry-contradiction";
                    plate: string;
                    differences: {
                        /** @enum {string} */
                        field: "class" | "colour";
                        seen: string;
                        registered: string;
                    }[];
                }) | null;
                /** @enum {string} */
                what: "impossible-travel" | "registry-contradiction";
                digest: string;
            } | {
                /** @constant */
                step: "traffic-incident";
                link: string | null;
                entries: number[];
                cause: {
                    incident: {
                        /** @enum {string} */
                        kind: "stopped-vehicle" | "wrong-way" | "sudden-queue" | "pedestrian-on-carriageway" | "congestion-onset";
                        laneId: string;
                        /** Format: date-time */
                        began: string;
                        /** Format: date-time */
                        noticed: string;
                        secondsToDetect: number;
                        object: {
                            /** @enum {string} */
                            class: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                            confidence: number;
                            box: [
                                number,
                                number,
                                number,
                                number
                            ];
                            track: number;
                        } | null;
                        box: [
                            number,
                            number,
                            number,
                            number
                        ];
                        queueVehicles: number | null;
                        speedKmh: number | null;
                    };
                    laneName: string;
                    view: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
                digest: string;
            } | {
                /** @constant */
                step: "resemblance";
                link: string | null;
                entries: number[];
                observation: {
                    /** Format: uuid */
                    id: string;
                    system: string;
                    /** Format: uuid */
                    cameraId: string;
                    /** Format: uuid */
                    siteId: string;
                    /** Format: date-time */
                    capturedAt: string;
                    clockOffsetMs: number;
                    simulated: boolean;
                    /** Format: uuid */
                    permitId: string;
                    modelDigest: string;
                    configurationDigest: string;
                    frameDigest: string;
                    /** @constant */
                    kind: "face-match-possible";
                    /** Format: uuid */
                    authorisationId: string;
                    /** Format: uuid */
                    watchlistId: string;
                    /** Format: uuid */
                    entryId: string;
                    /** Format: uuid */
                    pictureId: string;
                    similarity: number;
                    threshold: number;
                    listSize: number;
                    falseMatchesPerSearch: number;
                    quality: {
                        face: {
                            total: number;
                            size: number;
                            pose: number;
                            sharpness: number;
                            light: number;
                            visibility: number;
                        };
                        enrolled: number;
                    };
                    presentationAttack: number | null;
                    nextBest: {
                        /** Format: uuid */
                        entryId: string;
                        /** Format: uuid */
                        pictureId: string;
                        similarity: number;
                    } | null;
                    box: [
                        number,
                        number,
                        number,
                        number
                    ];
                    track: number | null;
                    crop: {
                        digest: string;
                        /** @enum {string} */
                        mediaType: "image/jpeg" | "image/png";
                        bytes: number;
                    };
                    picture: {
                        digest: string;
                        /** @enum {string} */
                        mediaType: "image/jpeg" | "image/png";
                        bytes: number;
                    };
                } | {
                    /** Format: uuid */
                    id: string;
                    system: string;
                    cameraId: null;
                    /** Format: uuid */
                    siteId: string;
                    /** Format: date-time */
                    capturedAt: string;
                    clockOffsetMs: number;
                    simulated: boolean;
                    /** Format: uuid */
                    permitId: string;
                    modelDigest: string;
                    configurationDigest: string;
                    frameDigest: string;
                    /** @constant */
                    kind: "face-match-possible";
                    /** Format: uuid */
                    authorisationId: string;
                    /** Format: uuid */
                    watchlistId: string;
                    /** Format: uuid */
                    entryId: string;
                    /** Format: uuid */
                    pictureId: string;
                    similarity: number;
                    threshold: number;
                    listSize: number;
                    falseMatchesPerSearch: number;
                    quality: {
                        face: {
                            total: number;
                            size: number;
                            pose: number;
                            sharpness: number;
                            light: number;
                            visibility: number;
                        };
                        enrolled: number;
                    };
                    presentationAttack: number | null;
                    nextBest: {
                        /** Format: uuid */
                        entryId: string;
                        /** Format: uuid */
                        pictureId: string;
                        similarity: number;
                    } | null;
                    box: [
                        number,
                        number,
                        number,
                        number
                    ];
                    track: number | null;
                    crop: {
                        digest: string;
                        /** @enum {string} */
                        mediaType: "image/jpeg" | "image/png";
                        bytes: number;
                    };
                    picture: {
                        digest: string;
                        /** @enum {string} */
                        mediaType: "image/jpeg" | "image/png";
                        bytes: number;
                    };
                };
            } | {
                /** @constant */
                step: "watchlist";
                link: string | null;
                entries: number[];
                list: {
                    /** Format: uuid */
                    id: string;
                    body: {
                        name: string;
                        purpose: string;
                        criteria: string;
                        owner: string;
                        legalBasis: string;
                        /** Format: date */
                        expiresOn: string;
                        /** @default null */
                        siteId: string | null;
                    } | null;
                    said: {
                        /** Format: date-time */
                        at: string;
                        digest: string;
                    } | null;
                    destroyedAt: string | null;
                    /** Format: uuid */
                    entryId: string;
                    /** Format: uuid */
                    pictureId: string;
                    enrolled: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                        sealedDigest: string;
                    } | null;
                    isThere: boolean;
                    review: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                        revision: number;
                    } | null;
                };
            } | {
                /** @constant */
                step: "permit";
                link: string | null;
                entries: number[];
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                issuedAt: string;
                /** Format: date-time */
                expiresAt: string;
                purposes: string[];
                models: {
                    id: string;
                    digest: string;
                }[];
                configurationDigest: string;
                revokedAt: string | null;
                revokedReason: string | null;
            } | {
                /** @constant */
                step: "approvals";
                link: string | null;
                entries: number[];
                approvals: {
                    by: string;
                    role: string;
                    /** Format: date-time */
                    at: string;
                    statement: string;
                    demo: boolean;
                    /** Format: uuid */
                    id: string;
                    account: string;
                }[];
            } | {
                /** @constant */
                step: "validation";
                link: string | null;
                entries: number[];
                validation: {
                    /** Format: uuid */
                    id: string;
                    /** Format: date-time */
                    at: string;
                    passed: boolean;
                    models: {
                        id: string;
                        digest: string;
                    }[];
                    configurationDigest: string;
                    report: {
                        dataset: {
                            name: string;
                            digest: string;
                            licence: string;
                            provenance?: string;
                            preparation?: string;
                        };
                        figures: {
                            name: string;
                            value: number;
                            low: number;
                            high: number;
                            n: number;
                            group: string | null;
                            aim: {
                                atLeast: number;
                            } | null;
                            met: boolean | null;
                        }[];
                        command: string;
                    } | null;
                    statement: string;
                    demo: boolean;
                } | null;
            } | {
                /** @constant */
                step: "impact-assessment";
                link: string | null;
                entries: number[];
                assessment: {
                    status: string;
                    /** Format: date-time */
                    expiresAt: string;
                    demo: boolean;
                    /** Format: uuid */
                    id: string;
                    record: {
                        /** Format: uuid */
                        id: string;
                        number: string;
                        version: number;
                        digest: string;
                    } | null;
                } | null;
            } | {
                /** @constant */
                step: "authorisation";
                link: string | null;
                entries: number[];
                basis: {
                    /** @constant */
                    kind: "register-entry";
                    version: number;
                    /** Format: date-time */
                    at: string;
                    by: string;
                    demo: boolean;
                    digest: string;
                    entry: {
                        /** @default  */
                        owner: string;
                        /** @default  */
                        contact: string;
                        /** @default  */
                        legalBasis: string;
                        /** @default  */
                        deploymentContext: string;
                        /** @default  */
                        supplierNotes: string;
                        /** @default  */
                        retention: string;
                    };
                } | {
                    /** @constant */
                    kind: "face-authorisation";
                    /** Format: uuid */
                    id: string;
                    /** Format: uuid */
                    caseId: string;
                    caseNumber: string;
                    /** Format: uuid */
                    watchlistId: string;
                    /** @enum {string} */
                    about: "offence" | "missing-person";
                    legalBasis: string;
                    scope: {
                        /** @constant */
                        kind: "cameras";
                        cameraIds: string[];
                    } | {
                        /** @constant */
                        kind: "after-the-event";
                    };
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                    falseMatchesPerSearch: number;
                    urgent: boolean;
                    words: {
                        about: string;
                        reason: string;
                    } | null;
                    digest: string;
                    asked: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                    };
                    approved: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                        noteDigest: string;
                    } | null;
                    ended: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                        /** @enum {string} */
                        how: "refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "watchlist-ended" | "watchlist-destroyed";
                    } | null;
                    /** Format: date-time */
                    over: string;
                    inForce: boolean;
                } | {
                    /** @constant */
                    kind: "none-recorded";
                };
                reason: string | null;
            } | {
                /** @constant */
                step: "suspension";
                link: string | null;
                entries: number[];
                suspension: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    reason: string;
                    /** @enum {string} */
                    scope: "system" | "camera-group";
                } | null;
                permitInForceAtCapture: boolean;
            } | {
                /** @constant */
                step: "decisions";
                link: string | null;
                entries: number[];
                decisions: {
                    /** Format: uuid */
                    id: string;
                    what: string;
                    reason: ("wrong-object" | "nothing-there" | "permitted-activity" | "bad-rule" | "duplicate") | null;
                    by: string;
                    byName: string;
                    /** Format: date-time */
                    at: string;
                    note: string | null;
                    noteDigest: string;
                }[];
            } | {
                /** @constant */
                step: "face-answers";
                link: string | null;
                entries: number[];
                answers: {
                    /** Format: uuid */
                    id: string;
                    /** Format: date-time */
                    at: string;
                    by: string;
                    byName: string;
                    /** @enum {string} */
                    role: "review" | "ruling";
                    /** @enum {string} */
                    answer: "same-person" | "different-person" | "cannot-tell";
                    note: string | null;
                    digest: string;
                }[] | null;
            })[];
            ledger: {
                vkey: string;
                checkpoint: string;
                size: number;
                root: string;
                entries: {
                    index: number;
                    entry: components["schemas"]["LedgerEntry"];
                    leafHash: string;
                    path: string[];
                }[];
            };
            about: {
                system: string;
                /** Format: uuid */
                siteId: string;
                /** Format: uuid */
                cameraId: string;
                /** Format: date-time */
                raisedAt: string;
                simulated: boolean;
                /** Format: uuid */
                observationId: string;
                observationDigest: string;
                /** @enum {string} */
                state: "new" | "confirmed" | "rejected";
                /** @enum {string} */
                priority: "critical" | "high" | "medium" | "low";
            };
        } | {
            /** @constant */
            kind: "face-match";
            /** @constant */
            format: "amaan-explanation/1";
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            explainedAt: string;
            notesWithheld: boolean;
            steps: ({
                /** @constant */
                step: "frame";
                link: string | null;
                entries: number[];
                digest: string;
                /** Format: date-time */
                capturedAt: string;
                clockOffsetMs: number;
                evidence: {
                    /** @enum {string} */
                    kind: "model-frame" | "picture" | "clip" | "plate-crop" | "face-crop";
                    digest: string;
                    mediaType: string;
                }[];
            } | {
                /** @constant */
                step: "model";
                link: string | null;
                entries: number[];
                id: string;
                title: string;
                digest: string;
                licence: string;
                source: string;
            } | {
                /** @constant */
                step: "configuration";
                link: string | null;
                entries: number[];
                digest: string;
                system: string;
                version: string;
                thresholds: {
                    [key: string]: number;
                };
                settings: {
                    [key: string]: number | string | boolean;
                };
            } | {
                /** @constant */
                step: "rule";
                link: string | null;
                entries: number[];
                rule: components["schemas"]["SceneRule"];
                digest: string;
            } | {
                /** @constant */
                step: "hotlist";
                link: string | null;
                entries: number[];
                list: {
                    /** Format: uuid */
                    id: string;
                    version: number;
                    body: {
                        name: string;
                        /** @enum {string} */
                        kind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                        owner: string;
                        reason: string;
                        legalBasis: string;
                        /** @enum {string} */
                        priority: "critical" | "high" | "medium" | "low";
                        /** Format: date */
                        expiresOn: string;
                        /** Format: date */
                        reviewOn: string;
                        /** @default 1 */
                        tolerance: number;
                        siteId: string | null;
                    };
                    digest: string;
                    /** Format: date-time */
                    at: string;
                    by: string;
                };
                entry: {
                    content: {
                        plate: string;
                        /** @default  */
                        note: string;
                        /** @default  */
                        caseNumber: string;
                        /** @default null */
                        expiresOn: string | null;
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        hotlistId: string;
                    } | null;
                    digest: string;
                    /** @enum {string} */
                    state: "waiting" | "active" | "refused" | "removed" | "expired";
                    /** Format: date-time */
                    addedAt: string;
                    addedBy: string;
                    importId: string | null;
                    approvedAt: string | null;
                    approvedBy: string | null;
                };
                hit: {
                    /** Format: uuid */
                    hotlistId: string;
                    hotlistVersion: number;
                    hotlistName: string;
                    /** @enum {string} */
                    hotlistKind: "stolen" | "wanted" | "missing-person" | "unpaid-dues" | "test";
                    /** Format: uuid */
                    entryId: string;
                    entryPlate: string;
                    note: string;
                    caseNumber: string;
                    readPlate: string;
                    cost: number;
                    differences: {
                        at: number;
                        read: string;
                        expected: string;
                        cost: number;
                    }[];
                } | null;
                cost: number;
                digest: string;
            } | {
                /** @constant */
                step: "clone";
                link: string | null;
                entries: number[];
                suspicion: ({
                    /** @constant */
                    kind: "impossible-travel";
                    plate: string;
                    /** Format: uuid */
                    otherId: string;
                    /** Format: date-time */
                    otherCapturedAt: string;
                    /** Format: uuid */
                    otherCameraId: string;
                    metres: number;
                    seconds: number;
                    speed: number | null;
                    limit: number;
                } | {
                    /** @constant */
                    kind: "registry-contradiction";
                    plate: string;
                    differences: {
                        /** @enum {string} */
                        field: "class" | "colour";
                        seen: string;
                        registered: string;
                    }[];
                }) | null;
                /** @enum {string} */
                what: "impossible-travel" | "registry-contradiction";
                digest: string;
            } | {
                /** @constant */
                step: "traffic-incident";
                link: string | null;
                entries: number[];
                cause: {
                    incident: {
                        /** @enum {string} */
                        kind: "stopped-vehicle" | "wrong-way" | "sudden-queue" | "pedestrian-on-carriageway" | "congestion-onset";
                        laneId: string;
                        /** Format: date-time */
                        began: string;
                        /** Format: date-time */
                        noticed: string;
                        secondsToDetect: number;
                        object: {
                            /** @enum {string} */
                            class: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                            confidence: number;
                            box: [
                                number,
                                number,
                                number,
                                number
                            ];
                            track: number;
                        } | null;
                        box: [
                            number,
                            number,
                            number,
                            number
                        ];
                        queueVehicles: number | null;
                        speedKmh: number | null;
                    };
                    laneName: string;
                    view: {
                        /** Format: uuid */
                        id: string;
                        version: number;
                    };
                };
                digest: string;
            } | {
                /** @constant */
                step: "resemblance";
                link: string | null;
                entries: number[];
                observation: {
                    /** Format: uuid */
                    id: string;
                    system: string;
                    /** Format: uuid */
                    cameraId: string;
                    /** Format: uuid */
                    siteId: string;
                    /** Format: date-time */
                    capturedAt: string;
                    clockOffsetMs: number;
                    simulated: boolean;
                    /** Format: uuid */
                    permitId: string;
                    modelDigest: string;
                    configurationDigest: string;
                    frameDigest: string;
                    /** @constant */
                    kind: "face-match-possible";
                    /** Format: uuid */
                    authorisationId: string;
                    /** Format: uuid */
                    watchlistId: string;
                    /** Format: uuid */
                    entryId: string;
                    /** Format: uuid */
                    pictureId: string;
                    similarity: number;
                    threshold: number;
                    listSize: number;
                    falseMatchesPerSearch: number;
                    quality: {
                        face: {
                            total: number;
                            size: number;
                            pose: number;
                            sharpness: number;
                            light: number;
                            visibility: number;
                        };
                        enrolled: number;
                    };
                    presentationAttack: number | null;
                    nextBest: {
                        /** Format: uuid */
                        entryId: string;
                        /** Format: uuid */
                        pictureId: string;
                        similarity: number;
                    } | null;
                    box: [
                        number,
                        number,
                        number,
                        number
                    ];
                    track: number | null;
                    crop: {
                        digest: string;
                        /** @enum {string} */
                        mediaType: "image/jpeg" | "image/png";
                        bytes: number;
                    };
                    picture: {
                        digest: string;
                        /** @enum {string} */
                        mediaType: "image/jpeg" | "image/png";
                        bytes: number;
                    };
                } | {
                    /** Format: uuid */
                    id: string;
                    system: string;
                    cameraId: null;
                    /** Format: uuid */
                    siteId: string;
                    /** Format: date-time */
                    capturedAt: string;
                    clockOffsetMs: number;
                    simulated: boolean;
                    /** Format: uuid */
                    permitId: string;
                    modelDigest: string;
                    configurationDigest: string;
                    frameDigest: string;
                    /** @constant */
                    kind: "face-match-possible";
                    /** Format: uuid */
                    authorisationId: string;
                    /** Format: uuid */
                    watchlistId: string;
                    /** Format: uuid */
                    entryId: string;
                    /** Format: uuid */
                    pictureId: string;
                    similarity: number;
                    threshold: number;
                    listSize: number;
                    falseMatchesPerSearch: number;
                    quality: {
                        face: {
                            total: number;
                            size: number;
                            pose: number;
                            sharpness: number;
                            light: number;
                            visibility: number;
                        };
                        enrolled: number;
                    };
                    presentationAttack: number | null;
                    nextBest: {
                        /** Format: uuid */
                        entryId: string;
                        /** Format: uuid */
                        pictureId: string;
                        similarity: number;
                    } | null;
                    box: [
                        number,
                        number,
                        number,
                        number
                    ];
                    track: number | null;
                    crop: {
                        digest: string;
                        /** @enum {string} */
                        mediaType: "image/jpeg" | "image/png";
                        bytes: number;
                    };
                    picture: {
                        digest: string;
                        /** @enum {string} */
                        mediaType: "image/jpeg" | "image/png";
                        bytes: number;
                    };
                };
            } | {
                /** @constant */
                step: "watchlist";
                link: string | null;
                entries: number[];
                list: {
                    /** Format: uuid */
                    id: string;
                    body: {
                        name: string;
                        purpose: string;
                        criteria: string;
                        owner: string;
                        legalBasis: string;
                        /** Format: date */
                        expiresOn: string;
                        /** @default null */
                        siteId: string | null;
                    } | null;
                    said: {
                        /** Format: date-time */
                        at: string;
                        digest: string;
                    } | null;
                    destroyedAt: string | null;
                    /** Format: uuid */
                    entryId: string;
                    /** Format: uuid */
                    pictureId: string;
                    enrolled: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                        sealedDigest: string;
                    } | null;
                    isThere: boolean;
                    review: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                        revision: number;
                    } | null;
                };
            } | {
                /** @constant */
                step: "permit";
                link: string | null;
                entries: number[];
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                issuedAt: string;
                /** Format: date-time */
                expiresAt: string;
                purposes: string[];
                models: {
                    id: string;
                    digest: string;
                }[];
                configurationDigest: string;
                revokedAt: string | null;
                revokedReason: string | null;
            } | {
                /** @constant */
                step: "approvals";
                link: string | null;
                entries: number[];
                approvals: {
                    by: string;
                    role: string;
                    /** Format: date-time */
                    at: string;
                    statement: string;
                    demo: boolean;
                    /** Format: uuid */
                    id: string;
                    account: string;
                }[];
            } | {
                /** @constant */
                step: "validation";
                link: string | null;
                entries: number[];
                validation: {
                    /** Format: uuid */
                    id: string;
                    /** Format: date-time */
                    at: string;
                    passed: boolean;
                    models: {
                        id: string;
                        digest: string;
                    }[];
                    configurationDigest: string;
                    report: {
                        dataset: {
                            name: string;
                            digest: string;
                            licence: string;
                            provenance?: string;
                            preparation?: string;
                        };
                        figures: {
                            name: string;
                            value: number;
                            low: number;
                            high: number;
                            n: number;
                            group: string | null;
                            aim: {
                                atLeast: number;
                            } | null;
                            met: boolean | null;
                        }[];
                        command: string;
                    } | null;
                    statement: string;
                    demo: boolean;
                } | null;
            } | {
                /** @constant */
                step: "impact-assessment";
                link: string | null;
                entries: number[];
                assessment: {
                    status: string;
                    /** Format: date-time */
                    expiresAt: string;
                    demo: boolean;
                    /** Format: uuid */
                    id: string;
                    record: {
                        /** Format: uuid */
                        id: string;
                        number: string;
                        version: number;
                        digest: string;
                    } | null;
                } | null;
            } | {
                /** @constant */
                step: "authorisation";
                link: string | null;
                entries: number[];
                basis: {
                    /** @constant */
                    kind: "register-entry";
                    version: number;
                    /** Format: date-time */
                    at: string;
                    by: string;
                    demo: boolean;
                    digest: string;
                    entry: {
                        /** @default  */
                        owner: string;
                        /** @default  */
                        contact: string;
                        /** @default  */
                        legalBasis: string;
                        /** @default  */
                        deploymentContext: string;
                        /** @default  */
                        supplierNotes: string;
                        /** @default  */
                        retention: string;
                    };
                } | {
                    /** @constant */
                    kind: "face-authorisation";
                    /** Format: uuid */
                    id: string;
                    /** Format: uuid */
                    caseId: string;
                    caseNumber: string;
                    /** Format: uuid */
                    watchlistId: string;
                    /** @enum {string} */
                    about: "offence" | "missing-person";
                    legalBasis: string;
                    scope: {
                        /** @constant */
                        kind: "cameras";
                        cameraIds: string[];
                    } | {
                        /** @constant */
                        kind: "after-the-event";
                    };
                    /** Format: date-time */
                    from: string;
                    /** Format: date-time */
                    to: string;
                    falseMatchesPerSearch: number;
                    urgent: boolean;
                    words: {
                        about: string;
                        reason: string;
                    } | null;
                    digest: string;
                    asked: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                    };
                    approved: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                        noteDigest: string;
                    } | null;
                    ended: {
                        /** Format: date-time */
                        at: string;
                        by: string;
                        byName: string;
                        /** @enum {string} */
                        how: "refused" | "revoked" | "expired" | "lapsed" | "case-closed" | "watchlist-ended" | "watchlist-destroyed";
                    } | null;
                    /** Format: date-time */
                    over: string;
                    inForce: boolean;
                } | {
                    /** @constant */
                    kind: "none-recorded";
                };
                reason: string | null;
            } | {
                /** @constant */
                step: "suspension";
                link: string | null;
                entries: number[];
                suspension: {
                    /** Format: date-time */
                    at: string;
                    by: string;
                    reason: string;
                    /** @enum {string} */
                    scope: "system" | "camera-group";
                } | null;
                permitInForceAtCapture: boolean;
            } | {
                /** @constant */
                step: "decisions";
                link: string | null;
                entries: number[];
                decisions: {
                    /** Format: uuid */
                    id: string;
                    what: string;
                    reason: ("wrong-object" | "nothing-there" | "permitted-activity" | "bad-rule" | "duplicate") | null;
                    by: string;
                    byName: string;
                    /** Format: date-time */
                    at: string;
                    note: string | null;
                    noteDigest: string;
                }[];
            } | {
                /** @constant */
                step: "face-answers";
                link: string | null;
                entries: number[];
                answers: {
                    /** Format: uuid */
                    id: string;
                    /** Format: date-time */
                    at: string;
                    by: string;
                    byName: string;
                    /** @enum {string} */
                    role: "review" | "ruling";
                    /** @enum {string} */
                    answer: "same-person" | "different-person" | "cannot-tell";
                    note: string | null;
                    digest: string;
                }[] | null;
            })[];
            ledger: {
                vkey: string;
                checkpoint: string;
                size: number;
                root: string;
                entries: {
                    index: number;
                    entry: components["schemas"]["LedgerEntry"];
                    leafHash: string;
                    path: string[];
                }[];
            };
            about: {
                system: string;
                /** Format: uuid */
                siteId: string;
                cameraId: string | null;
                /** Format: date-time */
                raisedAt: string;
                simulated: boolean;
                /** Format: uuid */
                observationId: string;
                observationDigest: string;
                /** @enum {string} */
                state: "possible" | "disputed" | "confirmed" | "rejected";
            };
        };
        JsonValue: unknown;
        LedgerEntry: {
            kind: string;
            /** Format: date-time */
            at: string;
            actor: string;
            subject: string;
            data: {
                [key: string]: components["schemas"]["JsonValue"];
            };
        };
        LedgerHead: {
            size: number;
            root: string;
            checkpoint: string | null;
            vkey: string;
            check: {
                /** Format: date-time */
                at: string;
                /** @enum {string} */
                kind: "full" | "incremental";
                from: number;
                size: number;
                root: string;
                faults: {
                    code: string;
                    entries: [
                        number,
                        number
                    ] | null;
                    message: string;
                }[];
                seconds: number;
            } | null;
        };
        LedgerPage: {
            entries: {
                index: number;
                entry: components["schemas"]["LedgerEntry"];
                leafHash: string;
            }[];
            nextBefore: number | null;
        };
        LedgerProof: {
            index: number;
            size: number;
            leafHash: string;
            root: string;
            path: string[];
            checkpoint: string;
        };
        LifecycleView: {
            system: string;
            /** @enum {string} */
            stage: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
            present: {
                models: {
                    id: string;
                    digest: string;
                }[];
                configurationDigest: string;
            };
            possible: {
                /** @enum {string} */
                to: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
                approvalsNeeded: number;
                gates: {
                    /** @enum {string} */
                    id: "clock" | "built" | "register-entry" | "models" | "impact-assessment" | "risks" | "validation" | "training" | "group-errors" | "not-suspended";
                    missing: string[];
                }[];
            }[];
            request: {
                /** Format: uuid */
                id: string;
                system: string;
                /** @enum {string} */
                from: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
                /** @enum {string} */
                to: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
                models: {
                    id: string;
                    digest: string;
                }[];
                configurationDigest: string;
                reason: string;
                by: {
                    actor: string;
                    name: string;
                    person: string;
                    role: string;
                };
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                expiresAt: string;
                /** @enum {string} */
                state: "open" | "executed" | "rejected" | "withdrawn" | "expired" | "outdated";
                closedAt: string | null;
                approvalsNeeded: number;
                decisions: {
                    /** Format: uuid */
                    id: string;
                    /** @enum {string} */
                    decision: "approved" | "rejected";
                    /** Format: date-time */
                    at: string;
                    by: {
                        actor: string;
                        name: string;
                        person: string;
                        role: string;
                    };
                    statement: string;
                    demo: boolean;
                }[];
                demo: boolean;
            } | null;
            pastRequests: {
                /** Format: uuid */
                id: string;
                system: string;
                /** @enum {string} */
                from: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
                /** @enum {string} */
                to: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
                models: {
                    id: string;
                    digest: string;
                }[];
                configurationDigest: string;
                reason: string;
                by: {
                    actor: string;
                    name: string;
                    person: string;
                    role: string;
                };
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                expiresAt: string;
                /** @enum {string} */
                state: "open" | "executed" | "rejected" | "withdrawn" | "expired" | "outdated";
                closedAt: string | null;
                approvalsNeeded: number;
                decisions: {
                    /** Format: uuid */
                    id: string;
                    /** @enum {string} */
                    decision: "approved" | "rejected";
                    /** Format: date-time */
                    at: string;
                    by: {
                        actor: string;
                        name: string;
                        person: string;
                        role: string;
                    };
                    statement: string;
                    demo: boolean;
                }[];
                demo: boolean;
            }[];
            history: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                from: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
                /** @enum {string} */
                to: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
                /** Format: date-time */
                at: string;
                requestId: string | null;
                by: string;
                reason: string;
                models: {
                    id: string;
                    digest: string;
                }[];
                configurationDigest: string;
                demo: boolean;
            }[];
        };
        Me: {
            id: string;
            name: string;
            username: string;
            /** @enum {string} */
            role: "operator" | "supervisor" | "investigator" | "traffic-reviewer" | "analyst" | "governance-officer" | "auditor" | "administrator";
            sites: "all" | string[];
            actions: string[];
            mustChangePassword: boolean;
            secondFactor: boolean;
            secondFactorDue: boolean;
            steppedUpAt: string | null;
            trainingGaps: {
                course: string;
                title: {
                    en: string;
                    ur: string;
                };
            }[];
        };
        Observation: {
            /** Format: uuid */
            id: string;
            system: string;
            /** Format: uuid */
            cameraId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            capturedAt: string;
            clockOffsetMs: number;
            simulated: boolean;
            /** Format: uuid */
            permitId: string;
            modelDigest: string;
            configurationDigest: string;
            frameDigest: string;
            /** @constant */
            kind: "line-crossed";
            rule: {
                /** Format: uuid */
                id: string;
                version: number;
            };
            object: {
                /** @enum {string} */
                class: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                confidence: number;
                box: [
                    number,
                    number,
                    number,
                    number
                ];
                track: number;
            };
            /** @enum {string} */
            direction: "forward" | "backward";
        } | {
            /** Format: uuid */
            id: string;
            system: string;
            /** Format: uuid */
            cameraId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            capturedAt: string;
            clockOffsetMs: number;
            simulated: boolean;
            /** Format: uuid */
            permitId: string;
            modelDigest: string;
            configurationDigest: string;
            frameDigest: string;
            /** @constant */
            kind: "zone-entered";
            rule: {
                /** Format: uuid */
                id: string;
                version: number;
            };
            object: {
                /** @enum {string} */
                class: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                confidence: number;
                box: [
                    number,
                    number,
                    number,
                    number
                ];
                track: number;
            };
        } | {
            /** Format: uuid */
            id: string;
            system: string;
            /** Format: uuid */
            cameraId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            capturedAt: string;
            clockOffsetMs: number;
            simulated: boolean;
            /** Format: uuid */
            permitId: string;
            modelDigest: string;
            configurationDigest: string;
            frameDigest: string;
            /** @constant */
            kind: "loitering";
            rule: {
                /** Format: uuid */
                id: string;
                version: number;
            };
            object: {
                /** @enum {string} */
                class: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                confidence: number;
                box: [
                    number,
                    number,
                    number,
                    number
                ];
                track: number;
            };
            seconds: number;
        } | {
            /** Format: uuid */
            id: string;
            system: string;
            /** Format: uuid */
            cameraId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            capturedAt: string;
            clockOffsetMs: number;
            simulated: boolean;
            /** Format: uuid */
            permitId: string;
            modelDigest: string;
            configurationDigest: string;
            frameDigest: string;
            /** @constant */
            kind: "object-seen";
            object: {
                /** @enum {string} */
                class: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                confidence: number;
                box: [
                    number,
                    number,
                    number,
                    number
                ];
                track: number;
            };
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
            path: [
                number,
                number
            ][];
        } | {
            /** Format: uuid */
            id: string;
            system: string;
            /** Format: uuid */
            cameraId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            capturedAt: string;
            clockOffsetMs: number;
            simulated: boolean;
            /** Format: uuid */
            permitId: string;
            modelDigest: string;
            configurationDigest: string;
            frameDigest: string;
            /** @constant */
            kind: "plate-read";
            reading: {
                text: string;
                confidence: number;
                format: string | null;
                rows: 1 | 2;
                characters: {
                    text: string;
                    confidence: number;
                    others: {
                        text: string;
                        confidence: number;
                    }[];
                }[];
            };
            box: [
                number,
                number,
                number,
                number
            ];
            votes: {
                text: string;
                confidence: number;
                /** Format: date-time */
                capturedAt: string;
                frameDigest: string;
            }[];
            vehicle: {
                class: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase") | null;
                classConfidence: number;
                colour: ("white" | "silver" | "grey" | "black" | "red" | "orange" | "yellow" | "green" | "blue" | "brown") | null;
                colourConfidence: number;
                heading: ("towards" | "away" | "left" | "right") | null;
                box: [
                    number,
                    number,
                    number,
                    number
                ] | null;
            };
            track: number | null;
            /** Format: date-time */
            firstSeenAt: string;
            /** Format: date-time */
            lastSeenAt: string;
        } | {
            /** Format: uuid */
            id: string;
            system: string;
            /** Format: uuid */
            cameraId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            capturedAt: string;
            clockOffsetMs: number;
            simulated: boolean;
            /** Format: uuid */
            permitId: string;
            modelDigest: string;
            configurationDigest: string;
            frameDigest: string;
            /** @constant */
            kind: "face-match-possible";
            /** Format: uuid */
            authorisationId: string;
            /** Format: uuid */
            watchlistId: string;
            /** Format: uuid */
            entryId: string;
            /** Format: uuid */
            pictureId: string;
            similarity: number;
            threshold: number;
            listSize: number;
            falseMatchesPerSearch: number;
            quality: {
                face: {
                    total: number;
                    size: number;
                    pose: number;
                    sharpness: number;
                    light: number;
                    visibility: number;
                };
                enrolled: number;
            };
            presentationAttack: number | null;
            nextBest: {
                /** Format: uuid */
                entryId: string;
                /** Format: uuid */
                pictureId: string;
                similarity: number;
            } | null;
            box: [
                number,
                number,
                number,
                number
            ];
            track: number | null;
            crop: {
                digest: string;
                /** @enum {string} */
                mediaType: "image/jpeg" | "image/png";
                bytes: number;
            };
            picture: {
                digest: string;
                /** @enum {string} */
                mediaType: "image/jpeg" | "image/png";
                bytes: number;
            };
        } | {
            /** Format: uuid */
            id: string;
            system: string;
            /** Format: uuid */
            cameraId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            capturedAt: string;
            clockOffsetMs: number;
            simulated: boolean;
            /** Format: uuid */
            permitId: string;
            modelDigest: string;
            configurationDigest: string;
            frameDigest: string;
            /** @constant */
            kind: "lane-measured";
            view: {
                /** Format: uuid */
                id: string;
                version: number;
            };
            minute: {
                laneId: string;
                /** Format: date-time */
                from: string;
                sums: {
                    /** @default 0 */
                    observedMs: number;
                    /** @default {} */
                    counts: {
                        [key: string]: number;
                    };
                    /** @default 0 */
                    speeds: number;
                    /** @default 0 */
                    speedSum: number;
                    /** @default 0 */
                    speedSquares: number;
                    /** @default 0 */
                    speedNoiseSquares: number;
                    /** @default 0 */
                    speedBiasSum: number;
                    /** @default {} */
                    speedHistogram: {
                        [key: string]: number;
                    };
                    /** @default 0 */
                    headways: number;
                    /** @default 0 */
                    headwaySumMs: number;
                    /** @default 0 */
                    headwaySquares: number;
                    /** @default 0 */
                    gaps: number;
                    /** @default 0 */
                    gapSumMs: number;
                    /** @default 0 */
                    gapSquares: number;
                    /** @default 0 */
                    occupiedMs: number;
                    /** @default 0 */
                    travelledCm: number;
                    /** @default 0 */
                    presentMs: number;
                    /** @default 0 */
                    areaMetreMs: number;
                    /** @default 0 */
                    queueWatchedMs: number;
                    /** @default 0 */
                    queueVehicleMs: number;
                    /** @default 0 */
                    maxQueueVehicles: number;
                    /** @default 0 */
                    queueMetresWatchedMs: number;
                    /** @default 0 */
                    queueMetreMs: number;
                    /** @default 0 */
                    maxQueueM: number;
                    /** @default 0 */
                    delays: number;
                    /** @default 0 */
                    delaySumMs: number;
                    /** @default 0 */
                    delaySquares: number;
                };
            };
        } | {
            /** Format: uuid */
            id: string;
            system: string;
            /** Format: uuid */
            cameraId: string;
            /** Format: uuid */
            siteId: string;
            /** Format: date-time */
            capturedAt: string;
            clockOffsetMs: number;
            simulated: boolean;
            /** Format: uuid */
            permitId: string;
            modelDigest: string;
            configurationDigest: string;
            frameDigest: string;
            /** @constant */
            kind: "traffic-incident";
            view: {
                /** Format: uuid */
                id: string;
                version: number;
            };
            incident: {
                /** @enum {string} */
                kind: "stopped-vehicle" | "wrong-way" | "sudden-queue" | "pedestrian-on-carriageway" | "congestion-onset";
                laneId: string;
                /** Format: date-time */
                began: string;
                /** Format: date-time */
                noticed: string;
                secondsToDetect: number;
                object: {
                    /** @enum {string} */
                    class: "person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase";
                    confidence: number;
                    box: [
                        number,
                        number,
                        number,
                        number
                    ];
                    track: number;
                } | null;
                box: [
                    number,
                    number,
                    number,
                    number
                ];
                queueVehicles: number | null;
                speedKmh: number | null;
            };
        };
        PlatformStatus: {
            version: string;
            cameras: {
                total: number;
                live: number;
                failed: number;
                simulated: number;
            };
            alerts: {
                new: number;
            };
            ingestLagMs: number | null;
            suspendedSystems: string[];
            partlySuspendedSystems: string[];
            workers: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                lastHeartbeatAt: string;
                cameras: number;
                alive: boolean;
            }[];
            ledger: {
                size: number;
                checkedAt: string | null;
                intact: boolean | null;
            };
            noticed: {
                open: number;
                severity: ("low" | "medium" | "high" | "critical") | null;
                bySource: {
                    [key: string]: number;
                };
                first: string | null;
            } | null;
            /** Format: date-time */
            serverTime: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
            policies?: string[];
        };
        Review: {
            /** Format: uuid */
            id: string;
            by: string;
            byName: string;
            /** Format: date-time */
            at: string;
            /** @constant */
            decision: "confirmed";
            /** @default  */
            note: string;
        } | {
            /** Format: uuid */
            id: string;
            by: string;
            byName: string;
            /** Format: date-time */
            at: string;
            /** @constant */
            decision: "rejected";
            /** @enum {string} */
            reason: "wrong-object" | "nothing-there" | "permitted-activity" | "bad-rule" | "duplicate";
            /** @default  */
            note: string;
        };
        SceneRule: {
            /** Format: uuid */
            id: string;
            version: number;
            /** @constant */
            kind: "line";
            name: string;
            /** @default [] */
            classes: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase")[];
            /** @default true */
            alert: boolean;
            /**
             * @default medium
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            line: [
                [
                    number,
                    number
                ],
                [
                    number,
                    number
                ]
            ];
            /**
             * @default both
             * @enum {string}
             */
            directions: "both" | "forward" | "backward";
        } | {
            /** Format: uuid */
            id: string;
            version: number;
            /** @constant */
            kind: "zone";
            name: string;
            /** @default [] */
            classes: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase")[];
            /** @default true */
            alert: boolean;
            /**
             * @default medium
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            zone: [
                number,
                number
            ][];
        } | {
            /** Format: uuid */
            id: string;
            version: number;
            /** @constant */
            kind: "loitering";
            name: string;
            /** @default [] */
            classes: ("person" | "bicycle" | "car" | "motorcycle" | "bus" | "train" | "truck" | "boat" | "bird" | "cat" | "dog" | "horse" | "sheep" | "cow" | "backpack" | "umbrella" | "handbag" | "suitcase")[];
            /** @default true */
            alert: boolean;
            /**
             * @default medium
             * @enum {string}
             */
            priority: "critical" | "high" | "medium" | "low";
            zone: [
                number,
                number
            ][];
            seconds: number;
        };
        Site: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        SystemDetails: {
            system: components["schemas"]["SystemView"];
            definitions: {
                version: number;
                digest: string;
                changed: string[];
                /** Format: date-time */
                at: string;
            }[];
            entries: {
                version: number;
                body: {
                    /** @default  */
                    owner: string;
                    /** @default  */
                    contact: string;
                    /** @default  */
                    legalBasis: string;
                    /** @default  */
                    deploymentContext: string;
                    /** @default  */
                    supplierNotes: string;
                    /** @default  */
                    retention: string;
                };
                /** Format: date-time */
                at: string;
                by: {
                    actor: string;
                    name: string;
                    person: string;
                    role: string;
                };
                note: string;
                demo: boolean;
            }[];
            assessments: {
                /** Format: uuid */
                id: string;
                number: string;
                title: string;
                status: string;
                reviewAt: string | null;
                expiresAt: string | null;
                demo: boolean;
            }[];
            risks: {
                /** Format: uuid */
                id: string;
                number: string;
                title: string;
                status: string;
                reviewAt: string | null;
                expiresAt: string | null;
                demo: boolean;
            }[];
            incidents: {
                /** Format: uuid */
                id: string;
                number: string;
                title: string;
                status: string;
                reviewAt: string | null;
                expiresAt: string | null;
                demo: boolean;
            }[];
            drift: {
                key: string;
                system: string | null;
                /** @enum {string} */
                severity: "low" | "medium" | "high" | "critical";
                title: string;
                what: string;
                facts: {
                    [key: string]: components["schemas"]["JsonValue"];
                };
            }[];
        };
        SystemView: {
            id: string;
            name: string;
            nameUrdu: string;
            version: string;
            built: boolean;
            about: {
                en: string;
                ur: string;
            };
            intendedUse: {
                en: string;
                ur: string;
            };
            purposes: string[];
            prohibited: {
                en: string;
                ur: string;
            }[];
            affectedGroups: {
                en: string;
                ur: string;
            }[];
            risk: {
                /** @enum {string} */
                tier: "minimal" | "limited" | "high";
                euAiAct: {
                    category: {
                        en: string;
                        ur: string;
                    };
                    why: {
                        en: string;
                        ur: string;
                    };
                };
                reasons: {
                    en: string;
                    ur: string;
                }[];
            };
            data: {
                reads: {
                    en: string;
                    ur: string;
                }[];
                keeps: {
                    what: {
                        en: string;
                        ur: string;
                    };
                    howLong: {
                        en: string;
                        ur: string;
                    };
                }[];
            };
            humanOversight: {
                en: string;
                ur: string;
            }[];
            limits: {
                en: string;
                ur: string;
            }[];
            models: string[];
            thresholds: {
                [key: string]: number;
            };
            settings: {
                [key: string]: number | string | boolean;
            };
            /** @enum {string} */
            stage: "proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired";
            suspension: {
                /** Format: uuid */
                id: string;
                system: string;
                cameraGroup: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    siteName: string;
                } | null;
                /** Format: date-time */
                at: string;
                by: {
                    actor: string;
                    name: string;
                    person: string;
                    role: string;
                };
                reason: string;
                /** @enum {string} */
                source: "person" | "monitoring" | "drift";
                incidentId: string | null;
                endedAt: string | null;
                resumptions: {
                    /** Format: uuid */
                    id: string;
                    requested: {
                        by: {
                            actor: string;
                            name: string;
                            person: string;
                            role: string;
                        };
                        /** Format: date-time */
                        at: string;
                        reason: string;
                    };
                    /** Format: date-time */
                    lapsesAt: string;
                    confirmed: {
                        by: {
                            actor: string;
                            name: string;
                            person: string;
                            role: string;
                        };
                        /** Format: date-time */
                        at: string;
                        reason: string;
                    } | null;
                }[];
            } | null;
            groupSuspensions: {
                /** Format: uuid */
                id: string;
                system: string;
                cameraGroup: {
                    /** Format: uuid */
                    id: string;
                    name: string;
                    siteName: string;
                } | null;
                /** Format: date-time */
                at: string;
                by: {
                    actor: string;
                    name: string;
                    person: string;
                    role: string;
                };
                reason: string;
                /** @enum {string} */
                source: "person" | "monitoring" | "drift";
                incidentId: string | null;
                endedAt: string | null;
                resumptions: {
                    /** Format: uuid */
                    id: string;
                    requested: {
                        by: {
                            actor: string;
                            name: string;
                            person: string;
                            role: string;
                        };
                        /** Format: date-time */
                        at: string;
                        reason: string;
                    };
                    /** Format: date-time */
                    lapsesAt: string;
                    confirmed: {
                        by: {
                            actor: string;
                            name: string;
                            person: string;
                            role: string;
                        };
                        /** Format: date-time */
                        at: string;
                        reason: string;
                    } | null;
                }[];
            }[];
            permit: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                issuedAt: string;
                /** Format: date-time */
                expiresAt: string;
                revokedAt: string | null;
                cameras: number;
            } | null;
            permitRefusal: string | null;
            configurationDigest: string;
            modelDetails: {
                id: string;
                title: string;
                digest: string;
                licence: string;
                source: string;
                current: boolean;
            }[];
            openItems: {
                incidents: number;
                risks: number;
                requested: ("proposed" | "designed" | "validated" | "pilot" | "operational" | "suspended" | "retired") | null;
            };
            approvals: {
                by: string;
                role: string;
                /** Format: date-time */
                at: string;
                statement: string;
                demo: boolean;
            }[];
            impactAssessment: {
                status: string;
                /** Format: date-time */
                expiresAt: string;
                demo: boolean;
            } | null;
        };
        UserAccount: {
            id: string;
            name: string;
            username: string;
            /** @enum {string} */
            role: "operator" | "supervisor" | "investigator" | "traffic-reviewer" | "analyst" | "governance-officer" | "auditor" | "administrator";
            person: string;
            otherAccounts: string[];
            sites: "all" | string[];
            mustChangePassword: boolean;
            /** Format: date-time */
            createdAt: string;
            disabledAt: string | null;
        };
        ValidationView: {
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            at: string;
            by: string;
            statement: string;
            demo: boolean;
            models: {
                id: string;
                digest: string;
            }[];
            configurationDigest: string;
            passed: boolean;
            report: {
                dataset: {
                    name: string;
                    digest: string;
                    licence: string;
                    provenance?: string;
                    preparation?: string;
                };
                figures: {
                    name: string;
                    value: number;
                    low: number;
                    high: number;
                    n: number;
                    group: string | null;
                    aim: {
                        atLeast: number;
                    } | null;
                    met: boolean | null;
                }[];
                command: string;
            } | null;
            present: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
