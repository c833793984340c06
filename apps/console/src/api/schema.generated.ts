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
        /** Sign in */
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
                /** @description Problem */
                default: {
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
        post?: never;
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
                        position?: [
                            number,
                            number
                        ];
                        /** @default 5 */
                        analysisRate?: number;
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
                        analysisRate?: number;
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
    "/api/cameras/{id}/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Newest picture (JPEG) */
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
    "/api/alerts/{id}/chain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why this alert exists: frame, model, thresholds, permit, approvals, decisions */
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
                        "application/json": components["schemas"]["AlertChain"];
                    };
                };
                /** @description Problem */
                default: {
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
    "/api/evidence/{observationId}/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of an evidence item; one Range is understood */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    observationId: string;
                    kind: "model-frame" | "picture" | "clip";
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
        /** Stop an AI system on every worker within two seconds */
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
        /** End a suspension and issue a new permit */
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
            /** Format: date-time */
            raisedAt: string;
            simulated: boolean;
            observation: components["schemas"]["Observation"];
            evidence: components["schemas"]["EvidenceItem"][];
            review: components["schemas"]["Review"] | null;
        };
        AlertChain: {
            /** Format: uuid */
            alertId: string;
            frame: {
                digest: string;
                /** Format: date-time */
                capturedAt: string;
                clockOffsetMs: number;
            };
            model: {
                id: string;
                title: string;
                digest: string;
                licence: string;
                source: string;
            };
            configuration: {
                digest: string;
                system: string;
                version: string;
                thresholds: {
                    [key: string]: number;
                };
                settings: {
                    [key: string]: number | string | boolean;
                };
            };
            rule: components["schemas"]["SceneRule"];
            permit: {
                /** Format: uuid */
                id: string;
                /** Format: date-time */
                issuedAt: string;
                /** Format: date-time */
                expiresAt: string;
                purposes: string[];
                revokedAt: string | null;
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
            authorisation: null;
            decisions: components["schemas"]["Review"][];
            ledger: {
                index: number;
                kind: string;
                /** Format: date-time */
                at: string;
                leafHash: string;
            }[];
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
            name: string;
            displayUrl: string;
            position: [
                number,
                number
            ] | null;
            analysisRate: number;
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
            kind: "model-frame" | "picture" | "clip";
            digest: string;
            mediaType: string;
            bytes: number;
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
            steppedUpAt: string | null;
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
            };
            /** Format: date-time */
            serverTime: string;
        };
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            code: string;
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
        SystemView: {
            id: string;
            name: string;
            version: string;
            purposes: string[];
            prohibited: string[];
            /** @enum {string} */
            riskTier: "minimal" | "limited" | "high";
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
                reason: string;
                by: string;
                /** Format: date-time */
                at: string;
            } | null;
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
            }[];
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
            mustChangePassword: boolean;
            /** Format: date-time */
            createdAt: string;
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
