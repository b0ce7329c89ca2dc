/// A service that runs the commands of an app as functions, on a schedule.
public enum FunctionHost: Sendable {
    /// Azure Functions, which starts the app as a custom handler.
    case azure
    /// AWS Lambda, which runs the image of the app with the Lambda Web Adapter.
    case lambda

    /// Returns the files that a package needs for the service. The function of a new app runs `migrate`, which is its
    /// only command.
    func files(for app: String) -> [OutputFile] {
        switch self {
        case .azure:
            [
                OutputFile(path: "host.json", text: Self.hostSettings(app)),
                OutputFile(path: "migrate/function.json", text: Self.timer),
            ]
        case .lambda:
            [
                OutputFile(path: "Dockerfile", text: Self.image(app)),
                OutputFile(path: ".dockerignore", text: ".build\n.git\ndb.sqlite3*\n"),
                OutputFile(path: "template.yaml", text: Self.stack(app)),
            ]
        }
    }

    private static func hostSettings(_ app: String) -> String {
        """
        {
          "version": "2.0",
          "customHandler": {
            "description": {"defaultExecutablePath": "\(app)", "arguments": ["servecommands"]}
          }
        }

        """
    }

    private static let timer = """
        {
          "bindings": [
            {"type": "timerTrigger", "name": "timer", "direction": "in", "schedule": "0 0 3 * * *"}
          ]
        }

        """

    /// The user isn't root, because Lambda doesn't run images as root.
    private static func image(_ app: String) -> String {
        """
        FROM swift:6.3-bookworm AS build
        RUN apt-get update && apt-get install -y --no-install-recommends \\
            libyaml-dev libmd4c-dev libsqlite3-dev zlib1g-dev pkg-config
        WORKDIR /app
        COPY . .
        RUN swift build -c release --product \(app)

        FROM swift:6.3-bookworm-slim
        RUN apt-get update && apt-get install -y --no-install-recommends libyaml-0-2 libsqlite3-0 zlib1g \\
            && rm -rf /var/lib/apt/lists/* && useradd --system app
        COPY --from=public.ecr.aws/awsguru/aws-lambda-adapter:1.0.0 /lambda-adapter /opt/extensions/lambda-adapter
        COPY --from=build /app/.build/release/\(app) /usr/local/bin/\(app)
        # An invocation fails if its command does, so that Lambda repeats it.
        ENV AWS_LWA_ERROR_STATUS_CODES=400-599
        USER app
        ENTRYPOINT ["\(app)"]
        CMD ["servecommands"]

        """
    }

    private static func stack(_ app: String) -> String {
        """
        AWSTemplateFormatVersion: "2010-09-09"
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Commands:
            Type: AWS::Serverless::Function
            Properties:
              PackageType: Image
              MemorySize: 512
              Timeout: 300
              Events:
                Nightly:
                  Type: ScheduleV2
                  Properties:
                    ScheduleExpression: cron(0 3 * * ? *)
                    Input: '{"command": "migrate"}'
            Metadata:
              DockerContext: .
              Dockerfile: Dockerfile
              DockerTag: \(app.lowercased())

        """
    }
}
