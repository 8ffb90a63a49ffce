package io.modeltracking.serve;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What never reached a handler, such as a malformed or oversized request, gets its status and nothing else. */
final class BriefErrors extends ErrorHandler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        response.write(true, ByteBuffer.allocate(0), callback);
        return true;
    }
}
