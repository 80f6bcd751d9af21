package asyncjava.requests;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/// Hands a body on to a [Transfer] as it comes. It asks for the next pieces when the last are written, and so never
/// holds more of a body than that.
final class TransferSubscriber implements BodySubscriber<Void> {

    private final Transfer transfer;
    private final CompletableFuture<Void> body = new CompletableFuture<>();
    private @Nullable Subscription subscription;

    private TransferSubscriber(Transfer transfer) {
        this.transfer = transfer;
    }

    static BodyHandler<Void> handler(Transfer transfer) {
        return headers -> {
            TransferSubscriber subscriber = new TransferSubscriber(transfer);
            try {
                transfer.expect(headers.statusCode(), JdkClient.length(headers.headers()));
            } catch (IOException | CancellationException e) {
                subscriber.body.completeExceptionally(e);
            }
            return subscriber;
        };
    }

    @Override
    public CompletionStage<Void> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        this.subscription = subscription;
        if (body.isDone()) {
            subscription.cancel();
        } else {
            subscription.request(1);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        try {
            for (ByteBuffer piece : pieces) {
                transfer.receive(piece);
            }
            subscription().request(1);
        } catch (IOException | CancellationException e) {
            subscription().cancel();
            body.completeExceptionally(e);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(null);
    }

    private Subscription subscription() {
        if (subscription == null) {
            throw new IllegalStateException("no piece comes before the subscription");
        }
        return subscription;
    }
}
