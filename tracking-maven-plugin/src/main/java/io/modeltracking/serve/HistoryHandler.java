package io.modeltracking.serve;

import io.modeltracking.run.RunJson;
import io.modeltracking.store.query.FilterException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;

/** From a request to an answer: whether it is let in, what it gets, and nothing of what went wrong inside. */
final class HistoryHandler extends Handler.Abstract {

    private static final String LOGIN = """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Model experiments</title></head>
            <body><h1>Model experiments</h1><p>This history is shown to those who have its token.</p>
            <form action="/" method="get"><label>Token <input type="password" name="token" autocomplete="current-password"></label>
            <button>Open</button></form></body></html>
            """;

    private final Guard guard;
    private final Router router;
    private final Consumer<String> log;

    HistoryHandler(Guard guard, Router router, Consumer<String> log) {
        this.guard = guard;
        this.router = router;
        this.log = log;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        write(request, response, callback, answer(request, response));
        return true;
    }

    private Answer answer(Request request, Response response) {
        try {
            guard.admit(request);
            Map<String, String> parameters = parameters(request);
            String path = request.getHttpURI().getPath();
            if (path.equals("/") && guard.isToken(parameters.get("token"))) {
                return opened(response);
            }
            if (!guard.knows(request)) {
                return path.equals("/")
                        ? Answer.of(401, "text/html; charset=utf-8", LOGIN)
                        : refusal(401, "Show the token: as \"Authorization: Bearer …\", or open / in a browser");
            }
            return router.answer(path, parameters, request.getHeaders().get(HttpHeader.IF_NONE_MATCH));
        } catch (Refusal e) {
            return refusal(e.status(), e.getMessage());
        } catch (FilterException e) {
            return refusal(400, e.getMessage());
        } catch (RuntimeException e) {
            return failed(e);
        }
    }

    /** The token leaves the address bar at once. */
    private Answer opened(Response response) {
        Response.addCookie(
                response,
                HttpCookie.build(Guard.COOKIE, guard.session())
                        .httpOnly(true)
                        .sameSite(HttpCookie.SameSite.STRICT)
                        .path("/")
                        .build());
        response.getHeaders().put(HttpHeader.LOCATION, "/");
        return Answer.of(303, "text/plain; charset=utf-8", "");
    }

    /** The cause has paths: it is for the console. */
    private Answer failed(RuntimeException cause) {
        log.accept("A request was not answered: " + cause);
        return refusal(503, "The history cannot be read just now: the console of tracking:serve says why");
    }

    private static Answer refusal(int status, String message) {
        return Answer.of(
                status,
                "application/json; charset=utf-8",
                RunJson.mapper().createObjectNode().put("error", message).toString());
    }

    private static Map<String, String> parameters(Request request) {
        Map<String, String> parameters = new HashMap<>();
        try {
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                parameters.put(field.getName(), field.getValue());
            }
            return parameters;
        } catch (RuntimeException e) {
            throw new Refusal(400, "The address after ? cannot be read: write each % as %25");
        }
    }

    private static void write(Request request, Response response, Callback callback, Answer answer) {
        response.setStatus(answer.status());
        response.getHeaders().put("Content-Security-Policy", PageFiles.POLICY);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put("X-Frame-Options", "DENY");
        response.getHeaders().put("Cross-Origin-Opener-Policy", "same-origin");
        response.getHeaders().put("Referrer-Policy", "no-referrer");
        response.getHeaders().put("Cross-Origin-Resource-Policy", "same-origin");
        answer.headers().forEach(response.getHeaders()::put);
        if (answer.status() == 405) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
        }
        if (request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            // Its content is not read: the next request cannot follow on this connection.
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
        }
        if (answer instanceof Answer.Text text) {
            if (answer.status() != 304) {
                response.getHeaders().put(HttpHeader.CONTENT_LENGTH, text.body().length);
            }
            response.write(true, ByteBuffer.wrap(text.body()), callback);
        } else if (answer instanceof Answer.File file) {
            if (request.getMethod().equals("HEAD")) {
                response.write(true, ByteBuffer.allocate(0), callback);
                return;
            }
            Content.copy(Content.Source.from(file.file()), response, callback);
        }
    }
}
