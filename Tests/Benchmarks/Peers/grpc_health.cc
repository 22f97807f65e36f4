// SPDX-License-Identifier: EUPL-1.2
// The health call over gRPC C++: the same message and the same work, one thread and one completion queue, TLS 1.3.
// Without client certificates, because h2load, which drives it, has none: a handshake less, and no call more costly.
//
//   grpc_health CERTIFICATE KEY        prints "listening on PORT" and serves until killed
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include <grpcpp/grpcpp.h>

#include "recours/v1/health_service.grpc.pb.h"

namespace {

using recours::v1::HealthCheckRequest;
using recours::v1::HealthCheckResponse;
using recours::v1::HealthService;

// As many calls are asked for ahead as are in flight at most: then none waits for its predecessor's end.
constexpr int kCallsAhead = 2048;

std::string ReadFile(const char* path) {
    std::ifstream file(path);
    return {std::istreambuf_iterator<char>(file), {}};
}

// One call at a time, and again once it is over.
class Call {
public:
    Call(HealthService::AsyncService* service, grpc::ServerCompletionQueue* queue) : service_(service), queue_(queue) {
        Await();
    }

    void Advance(bool ok) {
        if (!ok || answered_) {
            Await();
            return;
        }
        HealthCheckResponse response;
        response.set_state(recours::v1::SERVING_STATE_SERVING);
        answered_ = true;
        responder_->Finish(response, grpc::Status::OK, this);
    }

private:
    void Await() {
        answered_ = false;
        // A context serves one call only.
        responder_.reset();
        context_ = std::make_unique<grpc::ServerContext>();
        responder_ = std::make_unique<grpc::ServerAsyncResponseWriter<HealthCheckResponse>>(context_.get());
        request_.Clear();
        service_->RequestCheck(context_.get(), &request_, responder_.get(), queue_, queue_, this);
    }

    HealthService::AsyncService* service_;
    grpc::ServerCompletionQueue* queue_;
    std::unique_ptr<grpc::ServerContext> context_;
    std::unique_ptr<grpc::ServerAsyncResponseWriter<HealthCheckResponse>> responder_;
    HealthCheckRequest request_;
    bool answered_ = false;
};

}  // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::fprintf(stderr, "grpc_health CERTIFICATE KEY\n");
        return 64;
    }
    grpc::SslServerCredentialsOptions tls;
    tls.pem_key_cert_pairs.push_back({ReadFile(arguments[2]), ReadFile(arguments[1])});
    HealthService::AsyncService service;
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::SslServerCredentials(tls), &port);
    builder.RegisterService(&service);
    std::unique_ptr<grpc::ServerCompletionQueue> queue = builder.AddCompletionQueue();
    std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
    if (!server || !port) return 1;
    for (int i = 0; i < kCallsAhead; i++) new Call(&service, queue.get());
    std::printf("listening on %d\n", port);
    std::fflush(stdout);
    void* tag;
    bool ok;
    while (queue->Next(&tag, &ok)) static_cast<Call*>(tag)->Advance(ok);
    return 0;
}
